using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Gemeo.Tests.Architecture;

/// <summary>The clients' core uses nothing that IL2CPP or Unity's Web platform forbids: a list says what, the build reads it, and it bites.</summary>
public sealed class ClientCoreTests
{
    static readonly string _clients = Path.Combine(Repository.Root, "clients", "unity");
    static readonly string _list = Path.Combine(_clients, "compile", "BannedSymbols.txt");
    static readonly MetadataReference[] _references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))];

    [Theory]
    [InlineData("new System.Net.Http.HttpClient()")]
    [InlineData("System.Net.Dns.GetHostName()")]
    [InlineData("new System.Net.WebSockets.ClientWebSocket()")]
    [InlineData("new System.Net.Sockets.Socket(default, default, default)")]
    [InlineData("new System.Threading.Thread(() => { })")]
    [InlineData("System.Threading.ThreadPool.QueueUserWorkItem(_ => { })")]
    [InlineData("new System.Threading.Timer(_ => { })")]
    [InlineData("System.Threading.Tasks.Task.Run(() => { })")]
    [InlineData("System.Threading.Tasks.Task.Run(() => 7)")]
    [InlineData("System.Threading.Tasks.Task.Run(() => System.Threading.Tasks.Task.CompletedTask)")]
    [InlineData("System.Threading.Tasks.Task.Run(async () => { await System.Threading.Tasks.Task.CompletedTask; return 7; })")]
    [InlineData("System.Threading.Tasks.Task.Factory.StartNew(() => { })")]
    [InlineData("System.Threading.Tasks.Task.Delay(1)")]
    [InlineData("System.Threading.Tasks.Task.Delay(System.TimeSpan.Zero, System.Threading.CancellationToken.None)")]
    [InlineData("System.Threading.Tasks.Task.Yield()")]
    [InlineData("System.Threading.Tasks.Task.CompletedTask.ConfigureAwait(false)")]
    [InlineData("System.Threading.Tasks.Task.FromResult(1).ConfigureAwait(false)")]
    [InlineData("System.Threading.Tasks.Task.FromResult(1).Result")]
    [InlineData("System.Threading.Tasks.Task.CompletedTask.Wait(1)")]
    [InlineData("System.Threading.Tasks.TaskCreationOptions.RunContinuationsAsynchronously")]
    [InlineData("System.Threading.Tasks.Parallel.For(0, 1, _ => { })")]
    [InlineData("new System.Threading.CancellationTokenSource(100)")]
    [InlineData("new System.Threading.CancellationTokenSource(System.TimeSpan.Zero)")]
    [InlineData("new System.Threading.SemaphoreSlim(1)")]
    [InlineData("((System.Action<System.Threading.CancellationTokenSource>)(c => c.CancelAfter(1)))")]
    [InlineData("new System.Reflection.Emit.DynamicMethod(\"a\", null, null)")]
    [InlineData("((System.Linq.Expressions.Expression<System.Func<int>>)(() => 7)).Compile()")]
    [InlineData("System.Activator.CreateInstance(typeof(string))")]
    [InlineData("System.Reflection.Assembly.GetExecutingAssembly()")]
    [InlineData("typeof(string).GetMethod(\"Trim\")!.Invoke(null, null)")]
    [InlineData("Newtonsoft.Json.JsonConvert.SerializeObject(1)")]
    [InlineData("new Newtonsoft.Json.JsonSerializer()")]
    [InlineData("Newtonsoft.Json.Linq.JToken.FromObject(1)")]
    [InlineData("new Newtonsoft.Json.Linq.JObject().ToObject<string>()")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(1)")]
    [InlineData("System.IO.File.Exists(\"a\")")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess()")]
    [InlineData("System.DateTimeOffset.UtcNow")]
    public async Task What_the_list_forbids_is_found(string use)
    {
        var found = await Diagnose($"class C {{ object M() => {use}; }}");
        Assert.Contains(found, d => d.Id == "RS0030");
    }

    [Fact]
    public async Task What_the_core_needs_is_not_found()
    {
        const string Uses = """
            class C
            {
                readonly object _gate = new();
                async System.Threading.Tasks.Task M(System.Threading.CancellationToken cancel)
                {
                    using var all = System.Threading.CancellationTokenSource.CreateLinkedTokenSource(cancel);
                    lock (_gate) System.Threading.Interlocked.Exchange(ref _n, 1);
                    await System.Threading.Tasks.Task.WhenAny(new System.Threading.Tasks.TaskCompletionSource<int>().Task);
                    new System.Uri("http://a/b");
                    Newtonsoft.Json.Linq.JToken.ReadFrom(new Newtonsoft.Json.JsonTextReader(new System.IO.StringReader("1")));
                }
                int _n;
            }
            """;
        Assert.Empty((await Diagnose(Uses)).Where(d => d.Id == "RS0030"));
    }

    /// <summary>Nothing that the build does not see: it has no binder for <c>dynamic</c>, as Unity's players have none.</summary>
    [Fact]
    public void The_build_that_reads_the_list_has_no_dynamic_takes_all_of_the_core_and_lets_no_warning_pass()
    {
        var project = XDocument.Load(Path.Combine(_clients, "compile", "Gemeo.Client.csproj"));
        string[] Of(string item) => [.. project.Descendants(item).Select(i => i.Attribute("Include")!.Value)];
        Assert.Equal(["../com.gemeo.client/Runtime/Core/**/*.cs"], Of("Compile"));
        Assert.Equal(["BannedSymbols.txt"], Of("AdditionalFiles"));
        Assert.Equal(["Microsoft.CodeAnalysis.BannedApiAnalyzers", "Newtonsoft.Json"], Of("PackageReference").Order());
        // What all that Unity compiles have in common.
        var common = XDocument.Load(Path.Combine(_clients, "compile", "Directory.Build.props"));
        Assert.Equal(("netstandard2.1", "9.0"), (common.Descendants("TargetFramework").Single().Value, common.Descendants("LangVersion").Single().Value));
        Assert.Empty(project.Descendants("TargetFramework").Concat(project.Descendants("LangVersion")).Concat(project.Descendants("NoWarn")).Concat(common.Descendants("NoWarn")).Concat(common.Descendants("TreatWarningsAsErrors")).Concat(project.Descendants("TreatWarningsAsErrors")));
        Assert.Contains("clients/unity/compile/Gemeo.Client.csproj", File.ReadAllText(Path.Combine(Repository.Root, "Gemeo.slnx")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_core_is_the_same_on_every_platform_and_hides_nothing_from_the_list()
    {
        var files = Directory.GetFiles(Path.Combine(_clients, "com.gemeo.client", "Runtime", "Core"), "*.cs", SearchOption.AllDirectories);
        Assert.InRange(files.Length, 30, 200);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            Assert.False(Regex.IsMatch(text, @"^\s*#\s*(if|define|elif)\b", RegexOptions.Multiline), $"{file} has a condition");
            Assert.False(Regex.IsMatch(text, @"\bdynamic\b|RS0030|unsafe"), $"{file} goes around the list");
            Assert.StartsWith("#nullable enable", text, StringComparison.Ordinal);
            Assert.True(text.Split('\n').Length <= 300, $"{file} is too long");
        }
    }

    static async Task<ImmutableArray<Diagnostic>> Diagnose(string code)
    {
        var compilation = CSharpCompilation.Create("forbidden", [CSharpSyntaxTree.ParseText(code)], _references, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return await compilation.WithAnalyzers([Analyzer()], new AnalyzerOptions([new BannedList()])).GetAnalyzerDiagnosticsAsync();
    }

    static DiagnosticAnalyzer Analyzer()
    {
        var assembly = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "analyzers", "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.dll"));
        var type = assembly.GetTypes().Single(t => !t.IsAbstract && t.Name == "CSharpSymbolIsBannedAnalyzer");
        return (DiagnosticAnalyzer)Activator.CreateInstance(type)!;
    }

    sealed class BannedList : AdditionalText
    {
        public override string Path => _list;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(_list));
    }
}
