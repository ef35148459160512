using System.Text.RegularExpressions;

namespace Gemeo.Unity.Tests.Web;

/// <summary>Unity's Web platform has one thread: what is shipped for it asks for no other, and for nothing of System.Net.</summary>
public sealed partial class OneThreadTests
{
    static readonly string _glue = Path.Combine(Repository.Root, "clients", "unity", "com.gemeo.client", "Runtime", "Unity");

    [Fact]
    public void The_glue_names_nothing_that_needs_threads_timers_or_sockets_of_its_own()
    {
        var files = Directory.GetFiles(_glue, "*.cs", SearchOption.AllDirectories);
        Assert.True(files.Length > 15, $"only {files.Length} files were looked at");
        Assert.Empty(files.SelectMany(f => Forbidden(File.ReadAllText(f)).Select(what => $"{Path.GetFileName(f)}: {what}")));
    }

    [Theory]
    [InlineData("await task.ConfigureAwait(false);")]
    [InlineData("Task.Run(() => { });")]
    [InlineData("await Task.Delay(1);")]
    [InlineData("using System.Net.Http;")]
    [InlineData("new Thread(Work).Start();")]
    [InlineData("new Timer(Tick);")]
    [InlineData("order.Wait();")]
    public void What_it_may_not_name_is_found(string code) => Assert.Single(Forbidden(code));

    static IEnumerable<string> Forbidden(string code) => Names().Matches(code).Select(m => m.Value);

    [GeneratedRegex(@"ConfigureAwait|ContinueWith|Task\.(Run|Delay|Yield|Factory)|System\.Net|System\.Timers|\bThreadPool\b|\bnew (Thread|Timer)\b|\.Wait\(|GetAwaiter|Emit\b|\bdynamic\b")]
    private static partial Regex Names();
}
