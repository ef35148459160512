using System.CommandLine;

namespace Gemeo.Cli.Lexicons;

/// <summary><c>gemeo lexicon train FILE… --out FILE</c>: learns what words of one language mean in the other, without a server.</summary>
public static class LexiconCommand
{
    const string NoLicence = "not stated";

    public static Command Create(Kit kit)
    {
        var words = kit.Words;
        var files = new Argument<string[]>("file")
        {
            Description = words["Arquivos de pares: inglês, tabulação, português; um par por linha.", "Files of pairs: English, tab, Portuguese; one pair a line."],
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--out") { Description = words["Onde gravar; o manifesto fica ao lado, com .json.", "Where to write; the manifest goes beside it, with .json."], Required = true };
        var credit = new Option<string[]>("--source") { Description = words["arquivo=de onde veio", "file=where it is from"] };
        var licence = new Option<string[]>("--licence") { Description = words["arquivo=licença", "file=licence"] };
        var train = new Command("train", words["Aprende um léxico de textos paralelos.", "Learns a lexicon from parallel text."]) { files, output, credit, licence };
        return new Command("lexicon", words["O léxico português–inglês da busca.", "The Portuguese–English lexicon of search."])
        {
            kit.Run(train, (line, session, cancel) => Task.FromResult(Train(session, new(
                line.GetRequiredValue(files), line.GetRequiredValue(output),
                Named(line.GetValue(credit), session, "--source"), Named(line.GetValue(licence), session, "--licence")), cancel))),
        };
    }

    static int Train(Session session, TrainingOrder order, CancellationToken cancel)
    {
        var (screen, words) = (session.Screen, session.Words);
        if (order.Files.FirstOrDefault(f => !File.Exists(f)) is { } missing)
            return screen.Fail(Exit.Fault, "not-found", words[$"Não há arquivo {missing}.", $"There is no file {missing}."]);
        var manifest = screen.Watched(watch => order.Run(words, watch, cancel));
        foreach (var source in manifest.Sources.Where(s => s.Licence.Length == 0))
            screen.Note(words[$"! {source.File}: sem licença declarada (--licence {source.File}=…)", $"! {source.File}: no licence stated (--licence {source.File}=…)"]);
        if (screen.Json) screen.Document(manifest);
        else
        {
            screen.Table(["", words["pares", "pairs"], words["licença", "licence"]],
                manifest.Sources.Select(s => (IReadOnlyList<Piece>)[s.File, s.Pairs.ToString(words.Culture), s.Licence.Length == 0 ? NoLicence : s.Licence]));
            screen.Line(words[$"✓ {order.Out}: {manifest.StemsPt} radicais em português, {manifest.StemsEn} em inglês, {manifest.Bytes / 1024} KiB",
                $"✓ {order.Out}: {manifest.StemsPt} Portuguese stems, {manifest.StemsEn} English ones, {manifest.Bytes / 1024} KiB"]);
        }
        return Exit.Ok;
    }

    static Dictionary<string, string> Named(string[]? given, Session session, string option)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in given ?? [])
        {
            if (one.Split('=', 2) is not [var file, var value] || value.Length == 0)
                throw new UsageException(session.Words[$"{option}: esperava arquivo=texto, veio “{one}”", $"{option}: expected file=text, got “{one}”"]);
            named[file] = value;
        }
        return named;
    }
}
