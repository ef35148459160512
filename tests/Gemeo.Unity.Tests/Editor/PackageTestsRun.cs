using System.Collections;
using System.Reflection;
using Gemeo.Unity.Tests.Samples;
using NUnit.Framework;
using UnityEngine.TestTools;
using Assert = Xunit.Assert;
using TheoryAttribute = Xunit.TheoryAttribute;

namespace Gemeo.Unity.Tests.Editor;

/// <summary>The package's own tests, which Unity runs in the editor, run here too: they are right before anybody with Unity tries them.</summary>
public sealed class PackageTestsRun
{
    static readonly Assembly _tests = typeof(Gemeo.Unity.Editor.Tests.BinderTests).Assembly;

    public static TheoryData<string, string> InEditMode => Those<TestAttribute>();

    public static TheoryData<string, string> InPlayMode => Those<UnityTestAttribute>();

    [Theory]
    [MemberData(nameof(InEditMode))]
    public Task Edit_mode(string type, string test) => Player.Play(player =>
    {
        player.IsPlaying = false;
        return Run(type, async of => await Invoke(of, test)!);
    });

    [Theory]
    [MemberData(nameof(InPlayMode))]
    public async Task Play_mode(string type, string test)
    {
        await using var server = await DemoServer.Simulated();
        Environment.SetEnvironmentVariable("GEMEO_SERVER", server.Url.ToString());
        await Player.Play(player => Run(type, async of => await Frames((IEnumerator)Method(of, test).Invoke(of, null)!)));
    }

    [Fact]
    public void There_are_some_of_both()
    {
        Assert.True(InEditMode.Count >= 5);
        Assert.True(InPlayMode.Count >= 3);
    }

    static TheoryData<string, string> Those<T>() where T : Attribute
    {
        var all = new TheoryData<string, string>();
        foreach (var method in _tests.GetTypes().SelectMany(t => t.GetMethods()).Where(m => m.IsDefined(typeof(T)))) all.Add(method.DeclaringType!.FullName!, method.Name);
        return all;
    }

    static async Task Run(string type, Func<object, Task> test)
    {
        var of = Activator.CreateInstance(_tests.GetType(type)!)!;
        foreach (var method in With<OneTimeSetUpAttribute>(of).Concat(With<SetUpAttribute>(of))) method.Invoke(of, null);
        try { await test(of); }
        finally
        {
            foreach (var method in With<TearDownAttribute>(of)) method.Invoke(of, null);
        }
    }

    static IEnumerable<MethodInfo> With<T>(object of) where T : Attribute => of.GetType().GetMethods().Where(m => m.IsDefined(typeof(T)));

    static MethodInfo Method(object of, string name) => of.GetType().GetMethod(name)!;

    static Task Invoke(object of, string name) => Method(of, name).Invoke(of, null) as Task ?? Task.CompletedTask;

    // As Unity's runner: a frame after each step, and steps within steps.
    static async Task Frames(IEnumerator steps)
    {
        while (steps.MoveNext())
        {
            if (steps.Current is IEnumerator within) await Frames(within);
            else await Task.Yield();
        }
    }
}
