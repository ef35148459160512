using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gemeo.Hosting;
using Gemeo.Labs;
using Microsoft.Extensions.Configuration;

namespace Gemeo.Tests.Deploy;

/// <summary>What deploy/ hands to a container engine and to systemd, as far as it can be judged without either.</summary>
public sealed partial class ComposeTests
{
    static string PathOf(string file) => Path.Combine(Repository.Root, "deploy", file);

    [Theory]
    [InlineData("compose.yaml", 9)]
    [InlineData("Dockerfile", 2)]
    [InlineData("gemeo.service", 3)]
    public async Task Every_setting_that_a_file_names_is_a_real_one(string file, int atLeast)
    {
        var names = OurSetting().Matches(await File.ReadAllTextAsync(PathOf(file))).Select(m => m.Value).Distinct().ToArray();
        Assert.True(names.Length >= atLeast, $"{file} names only {string.Join(' ', names)}");
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(names.Select(n => KeyValuePair.Create(n.Replace("__", ":", StringComparison.Ordinal), (string?)"1")));
        SettingNames.Check(configuration, []);
        configuration["Gemeo:Nothing"] = "1";
        Assert.Throws<StartException>(() => SettingNames.Check(configuration, []));
    }

    [Fact]
    public async Task Every_service_is_hardened_and_has_a_health_check()
    {
        var services = (await Compose())["services"]!.AsObject();
        Assert.Equal(["mosquitto", "ollama", "postgres", "server"], services.Select(s => s.Key).Order());
        foreach (var (name, service) in services)
        {
            Assert.True(service!["read_only"]!.GetValue<bool>(), name);
            Assert.Equal("[\"ALL\"]", service["cap_drop"]!.ToJsonString());
            Assert.Null(service["cap_add"]);
            Assert.Null(service["privileged"]);
            Assert.Contains("no-new-privileges:true", service["security_opt"]!.ToJsonString(), StringComparison.Ordinal);
            Assert.True(name == "server" || service["healthcheck"]!["test"] is JsonArray, name);
        }
        Assert.Contains("HEALTHCHECK", await File.ReadAllTextAsync(PathOf("Dockerfile")), StringComparison.Ordinal);
        Assert.Equal("[\"ollama\"]", services["ollama"]!["profiles"]!.ToJsonString());
    }

    [Fact]
    public async Task Ports_stay_on_loopback_and_no_secret_has_a_default()
    {
        var text = await File.ReadAllTextAsync(PathOf("compose.yaml"));
        var ports = (await Compose())["services"]!.AsObject().SelectMany(s => s.Value!["ports"]?.AsArray().Select(p => p!.GetValue<string>()) ?? []).ToArray();
        Assert.Equal(2, ports.Length);
        Assert.All(ports, p => Assert.StartsWith("${GEMEO_BIND:-127.0.0.1}:", p, StringComparison.Ordinal));
        var secrets = Variable().Matches(text).Where(v => v.Groups[1].Value is var n && (n.EndsWith("PASSWORD", StringComparison.Ordinal) || n == "GEMEO_KEY")).ToArray();
        Assert.Equal(["GEMEO_BROKER_PASSWORD", "GEMEO_DATABASE_PASSWORD", "GEMEO_DEVICE_PASSWORD", "GEMEO_KEY"], secrets.Select(s => s.Groups[1].Value).Distinct().Order());
        Assert.All(secrets, s => Assert.Equal(":?", s.Groups[2].Value));
    }

    [Fact]
    public async Task Every_variable_of_the_compose_file_is_told_in_the_example()
    {
        var example = await File.ReadAllTextAsync(PathOf(".env.example"));
        var names = Variable().Matches(await File.ReadAllTextAsync(PathOf("compose.yaml"))).Select(v => v.Groups[1].Value).Distinct().ToArray();
        Assert.True(names.Length > 8);
        Assert.All(names, n => Assert.Matches($"(?m)^#?{n}=", example));
    }

    [ProgramFact("docker-compose")]
    public async Task Docker_compose_takes_the_file()
    {
        var env = Path.Combine(Folder.New("compose"), ".env");
        await File.WriteAllTextAsync(env, Empty().Replace(await File.ReadAllTextAsync(PathOf(".env.example")), "$1=0123456789abcdef01234567"));
        var (exit, said) = await Line.Run("docker-compose", "--env-file", env, "-f", PathOf("compose.yaml"), "config");
        Assert.True(exit == 0, said);
        Assert.Contains("Gemeo__Key: 0123456789abcdef01234567", said, StringComparison.Ordinal);
    }

    [ProgramFact("systemd-analyze")]
    public async Task Systemd_takes_the_unit()
    {
        var unit = Path.Combine(Folder.New("unit"), "gemeo.service");
        var text = await File.ReadAllTextAsync(PathOf("gemeo.service"));
        Assert.Contains("ExecStart=/opt/gemeo/Gemeo.Server", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(unit, text.Replace("/opt/gemeo/Gemeo.Server", "/bin/true", StringComparison.Ordinal));
        var (exit, said) = await Line.Run("systemd-analyze", "verify", "--man=no", unit);
        Assert.True(exit == 0, said);
        Assert.DoesNotContain("gemeo.service", said, StringComparison.Ordinal);
    }

    static async Task<JsonNode> Compose()
    {
        var (exit, said) = await Line.Run("/usr/bin/python3", "-c", "import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1], encoding='utf-8'))))", PathOf("compose.yaml"));
        Assert.True(exit == 0, said);
        return JsonNode.Parse(said)!;
    }

    [GeneratedRegex("Gemeo__[A-Za-z0-9_]+")]
    private static partial Regex OurSetting();

    [GeneratedRegex(@"(?<!\$)\$\{(\w+)(:-|:\?)?")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^(GEMEO_\w+)=$", RegexOptions.Multiline)]
    private static partial Regex Empty();
}
