using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Gemeo.Unity.Tests.Stubs;

/// <summary>Whatever the stubs have of Unity says where Unity tells of it.</summary>
public sealed partial class AddressTests
{
    const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Assemblies => [.. Names()];

    static IEnumerable<string> Names() => Directory.EnumerateDirectories(Path.Combine(Repository.Root, "clients", "unity", "stubs"))
        .Select(f => Path.GetFileName(f)!).Where(n => File.Exists(Path.Combine(AppContext.BaseDirectory, n + ".dll"))).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_member_of_the_stubs_carries_the_address_of_its_reference_page(string assembly)
    {
        var told = Told(assembly);
        var real = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")).GetTypes().Where(t => IsTold(t) && t.Namespace?.StartsWith("Gemeo.", StringComparison.Ordinal) != true)
            .SelectMany(t => Members(t).Prepend("T:" + Name(t))).ToArray();
        Assert.NotEmpty(real);
        Assert.Equal(real.Order(StringComparer.Ordinal), told.Select(m => m.Name).Order(StringComparer.Ordinal));
        Assert.All(told, member => Assert.True(Fits(member.Name, member.Address), $"{member.Name}: {member.Address}"));
    }

    [Fact]
    public void All_six_assemblies_are_looked_at() =>
        Assert.Superset(new HashSet<string>(["Unity.InputSystem", "Unity.TextMeshPro", "UnityEditor", "UnityEngine", "UnityEngine.TestRunner", "UnityEngine.UI"]), Names().ToHashSet());

    [Theory]
    [InlineData("P:UnityEngine.Light.intensity", "https://docs.unity3d.com/ScriptReference/Light-intensity.html", true)]
    [InlineData("P:UnityEngine.Light.intensity", "https://docs.unity3d.com/ScriptReference/Light-range.html", false)]
    [InlineData("P:UnityEngine.Light.intensity", "", false)]
    [InlineData("M:UnityEngine.GameObject.AddComponent", "https://docs.unity3d.com/ScriptReference/GameObject.AddComponent.html", true)]
    [InlineData("M:UnityEngine.GameObject.AddComponent", "https://example.org/ScriptReference/GameObject.AddComponent.html", false)]
    public void An_address_is_held_against_the_name(string member, string address, bool fits) => Assert.Equal(fits, Fits(member, address));

    // The compiler's file: members by name, without their arguments.
    static (string Name, string Address)[] Told(string assembly) =>
        [.. XDocument.Load(Built(assembly)).Descendants("member").Select(m => (Name: Bare(m.Attribute("name")!.Value), Address: m.Descendants("seealso").FirstOrDefault()?.Attribute("href")?.Value ?? ""))
            .Where(m => !m.Name[2..].StartsWith("Gemeo.", StringComparison.Ordinal))];

    static string Built(string assembly) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "clients", "unity", "stubs", assembly, "bin"), assembly + ".xml", SearchOption.AllDirectories).OrderByDescending(File.GetLastWriteTimeUtc).First();

    static string Bare(string id) => Arity().Replace(id.Split('(', '~')[0], "");

    static IEnumerable<string> Members(Type type)
    {
        foreach (var member in type.GetMembers(Own))
            switch (member)
            {
                case ConstructorInfo c when IsVisible(c) && !type.IsEnum && !IsGiven(c): yield return $"M:{Name(type)}.#ctor"; break;
                case MethodInfo m when IsVisible(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)) && !typeof(Delegate).IsAssignableFrom(type): yield return $"M:{Name(type)}.{m.Name}"; break;
                case PropertyInfo p when p.GetAccessors(true).Any(IsVisible): yield return $"P:{Name(type)}.{p.Name}"; break;
                case EventInfo e when IsVisible(e.AddMethod!): yield return $"E:{Name(type)}.{e.Name}"; break;
                case FieldInfo f when (f.IsPublic || f.IsFamily) && !f.IsSpecialName: yield return $"F:{Name(type)}.{f.Name}"; break;
            }
    }

    // One that nobody wrote: the compiler's, without arguments.
    static bool IsGiven(ConstructorInfo made) => made.GetParameters().Length == 0 && !_written.Contains(Name(made.DeclaringType!)) || typeof(Delegate).IsAssignableFrom(made.DeclaringType);

    static readonly HashSet<string> _written = ["UnityEngine.MonoBehaviour", "UnityEngine.Events.UnityEvent"];

    static bool IsTold(Type type) => type.IsPublic || type.IsNestedPublic;

    static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    static string Name(Type type) => Arity().Replace(type.FullName!.Replace('+', '.'), "");

    // Light.intensity is told at Light-intensity.html, GameObject.AddComponent at GameObject.AddComponent.html; packages have anchors.
    static bool Fits(string member, string address)
    {
        if (Page().Match(address) is not { Success: true } page) return false;
        var name = member[2..].Replace("UnityEngine.", "", StringComparison.Ordinal).Replace("UnityEditor.", "", StringComparison.Ordinal);
        if (page.Groups["package"].Success) return member.StartsWith("T:", StringComparison.Ordinal) ? page.Groups["of"].Value == member[2..] : page.Groups["anchor"].Value.Contains(name.Split('.')[^1], StringComparison.Ordinal);
        var of = page.Groups["of"].Value.Replace("_1", "", StringComparison.Ordinal);
        if (of == name) return true;
        var (type, last) = (name[..name.LastIndexOf('.')], name[(name.LastIndexOf('.') + 1)..]);
        if (last.StartsWith("op_", StringComparison.Ordinal)) return of.StartsWith(type + "-operator_", StringComparison.Ordinal);
        return of == $"{type}-{last.TrimStart('#')}" || of == type && last == "#ctor";
    }

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();

    [GeneratedRegex(@"^https://docs\.unity3d\.com/(ScriptReference|(?<package>Packages/[\w.\-]+@[\d.]+/api))/(?<of>[\w.\-]+?)(-1)?\.html(#(?<anchor>\w+))?$")]
    private static partial Regex Page();
}
