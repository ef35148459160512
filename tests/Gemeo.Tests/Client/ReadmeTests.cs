using System.Reflection;
using System.Text.RegularExpressions;
using Gemeo.Client;
using Gemeo.Tests.Assistant.Chat;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gemeo.Tests.Client;

/// <summary>The examples of the library's page are compiled as they stand, and run against the demo lab; only the address is the test's own.</summary>
public sealed class ReadmeTests
{
    static readonly string _page = File.ReadAllText(Path.Combine(Repository.Root, "clients", "dotnet", "Gemeo.Client", "README.md"));

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, All().Length)];

    static string[] All() => [.. Regex.Matches(_page, "```csharp\n(.*?)```", RegexOptions.Singleline).Select(m => m.Groups[1].Value)];

    [Fact]
    public void There_are_examples() => Assert.InRange(All().Length, 6, 20);

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_compiles_as_it_stands_and_runs(int number)
    {
        await using var rig = await ChatRig.Start();
        var address = rig.Server.Url.ToString().TrimEnd('/');
        var code = All()[number].Replace("http://127.0.0.1:8080", address, StringComparison.Ordinal);
        var own = code.Contains("using var lab", StringComparison.Ordinal) ? "" : $"using var lab = new Gemeo.Client.GemeoClient(\"{address}\"); lab.Start();";
        var run = Compile("using System; using System.Threading.Tasks; using Gemeo.Client; public static class Example { public static async Task Run() { " + own + "\n" + code + "\nawait Task.CompletedTask; } }");
        await run().WaitAsync(TimeSpan.FromSeconds(60));
    }

    static Func<Task> Compile(string program)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(f => MetadataReference.CreateFromFile(f));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        using var made = new MemoryStream();
        var result = CSharpCompilation.Create("example" + Guid.NewGuid().ToString("n"), [CSharpSyntaxTree.ParseText(program)], references, options).Emit(made);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(made.ToArray()).GetType("Example")!.GetMethod("Run")!.CreateDelegate<Func<Task>>();
    }
}
