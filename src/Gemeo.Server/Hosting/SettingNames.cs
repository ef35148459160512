using Gemeo.Labs;
using Microsoft.Extensions.Configuration.Json;

namespace Gemeo.Hosting;

/// <summary>Refuses what no setting is called, wherever it was written: a slip of the keyboard must not be a setting that does nothing.</summary>
public static class SettingNames
{
    public const string File = "gemeo.json";

    // What is ASP.NET's own, and is passed on to it.
    static readonly string[] _others = ["urls", "http_ports", "https_ports", "Kestrel", "Logging", "AllowedHosts", "environment", "contentRoot", "webRoot", "applicationName", "Orleans", "OTEL"];

    /// <exception cref="StartException">Names what is not known, and what was meant.</exception>
    public static void Check(IConfigurationManager configuration, string[] args)
    {
        foreach (var key in Keys(args).Where(k => !IsKnown(k)))
            throw new StartException($"--{key}: there is no such setting.{Meant(key)} See docs/settings.md.");
        foreach (var key in FileKeys(configuration).Where(k => !IsKnown(k)))
            throw new StartException($"{File}: {key}: there is no such setting. Ours stand under \"Gemeo\"; see docs/settings.md.");
        Check(configuration.GetSection("Gemeo"), typeof(Settings));
    }

    static bool IsKnown(string key) => key.Split(':')[0] is var first && (first.Equals("Gemeo", StringComparison.OrdinalIgnoreCase) || _others.Contains(first, StringComparer.OrdinalIgnoreCase));

    static void Check(IConfigurationSection section, Type type)
    {
        var known = type.GetProperties().ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
            if (!known.TryGetValue(child.Key, out var property)) throw new StartException($"{child.Path}: there is no such setting.{Nearest.Hint(child.Key, known.Keys)}");
            else if (property.PropertyType.Assembly == typeof(Settings).Assembly) Check(child, property.PropertyType);
    }

    /// <summary>The names on the command line: <c>--name=value</c>, <c>--name value</c> or <c>/name=value</c>.</summary>
    static IEnumerable<string> Keys(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].StartsWith("--", StringComparison.Ordinal) ? args[i][2..] : args[i].StartsWith('/') ? args[i][1..] : null;
            if (name is null) throw new StartException($"{args[i]}: expected --setting=value, such as --Gemeo:Lab=labs/demo.");
            var key = name.Split('=')[0];
            if (key.Length == name.Length && IsKnown(key) && ++i == args.Length) throw new StartException($"--{key}: a value is missing, as in --{key}=….");
            yield return key;
        }
    }

    static IEnumerable<string> FileKeys(IConfigurationManager configuration) => ((IConfigurationRoot)configuration).Providers
        .OfType<JsonConfigurationProvider>().Where(p => p.Source.Path == File).SelectMany(p => p.GetChildKeys([], null)).Where(k => k != "$schema").Distinct();

    static string Meant(string key)
    {
        var names = Names(typeof(Settings), "Gemeo").ToArray();
        var meant = Array.Find(names, n => n.EndsWith(":" + key, StringComparison.OrdinalIgnoreCase)) ?? Nearest.To(key, [.. names, "lan", "urls"]);
        return meant is null ? "" : $" Did you mean --{meant}?";
    }

    static IEnumerable<string> Names(Type type, string prefix) => type.GetProperties().SelectMany(p =>
        p.PropertyType.Assembly == typeof(Settings).Assembly ? Names(p.PropertyType, $"{prefix}:{p.Name}") : [$"{prefix}:{p.Name}"]);
}
