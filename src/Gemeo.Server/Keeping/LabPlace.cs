using Gemeo.Hosting;

namespace Gemeo.Keeping;

/// <summary>Where a lab is remembered: its data folder, and the PostgreSQL of its log when it has one.</summary>
/// <param name="Data">Null where only a database was named.</param>
sealed record LabPlace(string? Data, string? Database)
{
    /// <summary>A folder or a connection string, as somebody typed it.</summary>
    public static LabPlace Of(string text, string? data = null) =>
        !Directory.Exists(text) && text.Contains('=', StringComparison.Ordinal) ? new(data is null ? null : Path.GetFullPath(data), text) : new(Path.GetFullPath(text), null);

    /// <summary>As the server here would open it.</summary>
    public static LabPlace Configured(string[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration.SetBasePath(Directory.GetCurrentDirectory()).AddJsonFile(SettingNames.File, optional: true).AddEnvironmentVariables().AddCommandLine(settings);
        SettingNames.Check(configuration, settings);
        Places.Apply(configuration);
        return new(Path.GetFullPath(configuration["Gemeo:Data"]!), configuration["Gemeo:Database"] is { Length: > 0 } database ? database : null);
    }
}
