using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Gemeo.Unity.Tests.Package;

/// <summary><c>run-editor-tests.sh</c>, with a stand-in for the editor that writes down how it was called.</summary>
public sealed class EditorTestScriptTests
{
    [BashFact]
    public void Without_Unity_it_says_so_and_how_to_get_it()
    {
        using var rig = new Rig();
        var (code, _, wrong) = rig.Run([], unity: "");
        Assert.Equal(3, code);
        Assert.Contains("no Unity editor was found", wrong, StringComparison.Ordinal);
        Assert.Contains("UNITY_EDITOR", wrong, StringComparison.Ordinal);
    }

    [BashFact]
    public void An_editor_that_is_not_there_is_named()
    {
        using var rig = new Rig();
        var (code, _, wrong) = rig.Run(["--unity", "/nowhere/Unity"]);
        Assert.Equal(3, code);
        Assert.Contains("/nowhere/Unity", wrong, StringComparison.Ordinal);
    }

    [BashFact]
    public void Wrong_arguments_are_refused_with_what_is_right()
    {
        using var rig = new Rig();
        Assert.Equal((2, "run-editor-tests: --mode is editmode, playmode or both, not \"none\""), Refusal(rig.Run(["--mode", "none"])));
        Assert.Equal((2, "run-editor-tests: --mode needs a value; see --help"), Refusal(rig.Run(["--mode"])));
        Assert.Equal((2, "run-editor-tests: unknown argument \"--faster\"; see --help"), Refusal(rig.Run(["--faster"])));
        Assert.Empty(rig.Calls);
    }

    static (int, string) Refusal((int Code, string Said, string Wrong) ran) => (ran.Code, ran.Wrong.Trim());

    [BashFact]
    public void It_runs_edit_mode_and_play_mode_in_a_project_that_holds_the_package_and_leaves_nothing_behind()
    {
        using var rig = new Rig();
        var (code, said, _) = rig.Run(["--server", "http://127.0.0.1:9"]);
        Assert.Equal(0, code);
        Assert.Equal(["EditMode http://127.0.0.1:9", "PlayMode http://127.0.0.1:9"], rig.Calls.Select(c => c.Mode));
        var manifest = JsonNode.Parse(rig.Calls[0].Manifest)!;
        Assert.Equal("file:" + Upm.Root, manifest["dependencies"]!["com.gemeo.client"]!.GetValue<string>());
        Assert.Equal("com.gemeo.client", manifest["testables"]![0]!.GetValue<string>());
        Assert.Contains("total=\"3\" passed=\"3\"", said, StringComparison.Ordinal);
        Assert.Empty(rig.Projects);
    }

    [BashFact]
    public void One_mode_only_when_asked()
    {
        using var rig = new Rig();
        Assert.Equal(0, rig.Run(["--mode", "playmode"]).Code);
        Assert.Equal("PlayMode ", Assert.Single(rig.Calls).Mode);
    }

    [BashFact]
    public void Failed_tests_are_told_and_the_project_is_kept_to_look_at()
    {
        using var rig = new Rig(exitCode: 2);
        var (code, said, wrong) = rig.Run([]);
        Assert.Equal(1, code);
        Assert.Contains("EditMode failed (exit code 2)", wrong, StringComparison.Ordinal);
        Assert.Contains("a line of the editor's log", wrong, StringComparison.Ordinal);
        Assert.Equal(2, rig.Calls.Length);
        Assert.Contains("The project is in " + Assert.Single(rig.Projects), said, StringComparison.Ordinal);
    }

    [BashFact]
    public void The_newest_editor_of_Unity_Hub_is_taken()
    {
        using var rig = new Rig();
        rig.PutIntoHub("2022.3.9f1", "2022.3.62f1", "6000.0.23f1", "6000.0.9f1");
        var (code, said, _) = rig.Run(["--mode", "editmode"], unity: "");
        Assert.Equal(0, code);
        Assert.Contains("/hub/6000.0.23f1/Editor/Unity", said, StringComparison.Ordinal);
    }

    /// <summary>A home and a temporary folder of its own, and an editor that tells what it was asked.</summary>
    sealed class Rig : IDisposable
    {
        readonly string _folder = Folder.New("editor");

        public Rig(int exitCode = 0)
        {
            Directory.CreateDirectory(Path.Combine(_folder, "tmp"));
            File.WriteAllText(Editor, $$"""
                #!/usr/bin/env bash
                while [ $# -gt 0 ]; do
                  case "$1" in -projectPath) p="$2" ;; -testPlatform) m="$2" ;; -testResults) r="$2" ;; -logFile) l="$2" ;; esac
                  shift
                done
                n=$(ls "{{_folder}}"/call-* 2>/dev/null | wc -l)
                { echo "$m $GEMEO_SERVER"; cat "$p/Packages/manifest.json"; } > "{{_folder}}/call-$n"
                echo "a line of the editor's log" > "$l"
                echo '<test-run id="2" total="3" passed="3" failed="0" skipped="0">' > "$r"
                exit {{exitCode}}
                """);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Editor, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        string Editor => Path.Combine(_folder, "Unity");

        string Hub => Path.Combine(_folder, "hub");

        public (string Mode, string Manifest)[] Calls =>
            [.. Directory.GetFiles(_folder, "call-*").Order(StringComparer.Ordinal).Select(c => File.ReadAllText(c).Split('\n', 2)).Select(c => (c[0], c[1]))];

        public string[] Projects => Directory.GetDirectories(Path.Combine(_folder, "tmp"), "gemeo-unity.*");

        public void PutIntoHub(params string[] versions)
        {
            foreach (var version in versions)
                File.Copy(Editor, Path.Combine(Directory.CreateDirectory(Path.Combine(Hub, version, "Editor")).FullName, "Unity"));
        }

        /// <param name="unity">What UNITY_EDITOR says; the stand-in when null.</param>
        public (int Code, string Said, string Wrong) Run(string[] args, string? unity = null)
        {
            var start = new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "clients", "unity", "run-editor-tests.sh"), .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["UNITY_HUB"] = Hub;
            start.Environment["TMPDIR"] = Path.Combine(_folder, "tmp");
            start.Environment["UNITY_EDITOR"] = unity ?? Editor;
            using var bash = Process.Start(start)!;
            var wrong = bash.StandardError.ReadToEndAsync();
            var said = bash.StandardOutput.ReadToEnd();
            bash.WaitForExit();
            return (bash.ExitCode, said, wrong.Result);
        }

        public void Dispose() => Folder.Remove(_folder);
    }

    sealed class BashFactAttribute : FactAttribute
    {
        public BashFactAttribute()
        {
            if (OperatingSystem.IsWindows()) Skip = "the script is for bash";
        }
    }
}
