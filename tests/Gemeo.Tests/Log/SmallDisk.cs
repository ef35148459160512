using System.Diagnostics;
using Xunit;

namespace Gemeo.Tests.Log;

/// <summary>A test that mounts a small file system of its own; skipped, with the reason, where that is not allowed.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class MountFactAttribute : FactAttribute
{
    static readonly string? _reason = Why();

    public MountFactAttribute() => Skip = _reason!;

    static string? Why()
    {
        if (!OperatingSystem.IsLinux()) return "needs Linux, to mount a small tmpfs";
        try
        {
            using var disk = SmallDisk.Mount("1m");
            return null;
        }
        catch (InvalidOperationException why) { return "cannot mount a small tmpfs here: " + why.Message; }
    }
}

/// <summary>A tmpfs of a given size that can be filled, freed and made read-only.</summary>
sealed class SmallDisk : IDisposable
{
    SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }
    string Ballast => Path.Combine(Folder, "ballast");

    public static SmallDisk Mount(string size)
    {
        var disk = new SmallDisk(Support.Folder.New("disk"));
        Run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.Folder);
        return disk;
    }

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", Folder);

    /// <summary>Takes every free byte.</summary>
    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Append);
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
                file.Flush();
            }
        }
        catch (IOException) { /* full */ }
    }

    public void Free() => File.Delete(Ballast);

    static void Run(string program, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true })!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0) throw new InvalidOperationException(said.Trim());
        }
        catch (System.ComponentModel.Win32Exception why) { throw new InvalidOperationException(why.Message, why); }
    }

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Support.Folder.Remove(Folder);
    }
}
