#nullable enable
using System;
using System.Collections.Generic;
using Gemeo.Client;

namespace Gemeo.Unity.Editor
{
    enum FindingKind
    {
        Reached,

        /// <summary>The server is there and does not let us in.</summary>
        Refused,

        /// <summary>Nobody answered.</summary>
        Unreached,

        /// <summary>Somebody answered who is no Gêmeo server.</summary>
        Stranger,

        /// <summary>What was typed is no address.</summary>
        NoAddress,

        /// <summary>This project's settings forbid plain HTTP.</summary>
        HttpForbidden,
    }

    /// <summary>What came of asking a server: a sentence, and what to do about it.</summary>
    sealed class Finding
    {
        Finding(FindingKind kind, string sentence, string advice, IReadOnlyList<ThingDescription>? things = null)
        {
            Kind = kind;
            Sentence = sentence;
            Advice = advice;
            Things = things ?? Array.Empty<ThingDescription>();
        }

        public FindingKind Kind { get; }

        public string Sentence { get; }

        /// <summary>Empty when all is well.</summary>
        public string Advice { get; }

        public IReadOnlyList<ThingDescription> Things { get; }

        public string Whole => Advice.Length == 0 ? Sentence : Sentence + "\n" + Advice;

        public static Finding Reached(string lab, IReadOnlyList<ThingDescription> things) =>
            new Finding(FindingKind.Reached, $"Reached: {lab}, {things.Count} {(things.Count == 1 ? "thing" : "things")}.", "", things);

        public static Finding NoAddress(string typed) =>
            new Finding(FindingKind.NoAddress, $"\"{typed}\" is no address.", $"Write one like {ServerChoice.DefaultAddress}, or paste what ./dev up --lan prints.");

        public static Finding HttpForbidden() => new Finding(FindingKind.HttpForbidden, "This project forbids plain HTTP (Player Settings > Allow downloads over HTTP).",
            "Allow it, at least for the editor and development builds, or put the server behind HTTPS. A WebSocket is not held back by this setting.");

        public static Finding Of(Exception why, string address)
        {
            switch (why)
            {
                case NotAllowedException no:
                    return new Finding(FindingKind.Refused, $"Refused ({no.Refusal.Status} {no.Code}): {no.Refusal.Erro}", AdviceFor(no.Code));
                case RefusedException no when no.Refusal.Document is null:
                    return Stranger(address, "HTTP " + no.Refusal.Status);
                case RefusedException no:
                    return new Finding(FindingKind.Refused, $"Refused ({no.Refusal.Status} {no.Code}): {no.Refusal.Erro}", no.Refusal.Detail ?? "");
                case BadAnswerException bad:
                    return Stranger(address, bad.Message);
                default:
                    return new Finding(FindingKind.Unreached, $"Not reached: {why.Message.TrimEnd('.')}.",
                        $"Does the server run (./dev up)? Is {address} its address and port? From another machine it needs ./dev up --lan, and a firewall that lets it through.");
            }
        }

        static Finding Stranger(string address, string what) =>
            new Finding(FindingKind.Stranger, $"Somebody answers at {address}, but it is no Gêmeo server ({what}).", "Another program may have this port: look at what ./dev up prints.");

        static string AdviceFor(string code)
        {
            switch (code)
            {
                case "no-key": return "Write the key that ./dev up --lan printed (Gemeo:Key) into the field above.";
                case "bad-key": return "The key is of another server, or of an earlier start: --lan makes a new one each time unless Gemeo:Key is set.";
                case "foreign-host": return "Start the server with this name in Gemeo:Hosts (--Gemeo:Hosts:0=name), or use its number.";
                case "foreign-origin": return "Start the server with this page's origin in Gemeo:Origins.";
                default: return "";
            }
        }
    }
}
