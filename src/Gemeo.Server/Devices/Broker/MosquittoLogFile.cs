using System.Text;

namespace Gemeo.Devices.Broker;

/// <summary>Follows Mosquitto's log file from its present end, looking each second; begins anew when the file does. What is written faster than is read is skipped.</summary>
sealed class MosquittoLogFile(string path, TimeProvider time)
{
    const int MostAtOnce = 4 << 20;
    static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    readonly byte[] _buffer = new byte[64 << 10];
    readonly StringBuilder _line = new();
    long _at = -1;

    public async Task RunAsync(Action<string> heard, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                // It may not be there yet, or not ours to read: both may change.
                try { await ReadOn(heard, stop); }
                catch (Exception why) when (why is IOException or UnauthorizedAccessException) { }
                await Task.Delay(_pause, time, stop);
            }
        }
        catch (OperationCanceledException) { }
    }

    async Task ReadOn(Action<string> heard, CancellationToken stop)
    {
        if (!File.Exists(path)) { _at = 0; return; }
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (_at < 0) _at = file.Length;
        if (file.Length < _at) _at = 0;
        if (file.Length - _at > MostAtOnce) (_at, _) = (file.Length - MostAtOnce, _line.Clear());
        file.Position = _at;
        while (await file.ReadAsync(_buffer, stop) is > 0 and var many)
        {
            _at += many;
            Take(Encoding.UTF8.GetString(_buffer, 0, many), heard);
        }
    }

    void Take(string text, Action<string> heard)
    {
        foreach (var letter in text)
            if (letter != '\n') { if (_line.Length < 2000) _line.Append(letter); }
            else
            {
                heard(_line.ToString());
                _line.Clear();
            }
    }
}
