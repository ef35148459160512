namespace UnityEngine.Networking;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UploadHandler.html"/></summary>
public partial class UploadHandler : IDisposable
{
    internal byte[] _data;

    internal UploadHandler()
    {
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UploadHandler-contentType.html"/></summary>
    public string contentType { get; set; } = "application/octet-stream";

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UploadHandler.Dispose.html"/></summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UploadHandlerRaw.html"/></summary>
public sealed partial class UploadHandlerRaw : UploadHandler
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UploadHandlerRaw-ctor.html"/></summary>
    public UploadHandlerRaw(byte[] data) => _data = data;
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.DownloadHandler.html"/></summary>
public partial class DownloadHandler : IDisposable
{
    internal DownloadHandler()
    {
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.DownloadHandler.ReceiveData.html"/></summary>
    protected virtual bool ReceiveData(byte[] data, int dataLength) => true;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.DownloadHandler.CompleteContent.html"/></summary>
    protected virtual void CompleteContent()
    {
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.DownloadHandler.Dispose.html"/></summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);

    // As much as the handler's own buffer holds at a time; one without gets it whole.
    internal virtual bool Hand(byte[] data) => ReceiveData(data, data.Length);

    internal void End() => CompleteContent();

    private protected bool HandPiece(byte[] data, int length) => ReceiveData(data, length);
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.DownloadHandlerScript.html"/></summary>
public partial class DownloadHandlerScript : DownloadHandler
{
    readonly byte[] _buffer;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.DownloadHandlerScript-ctor.html"/></summary>
    public DownloadHandlerScript(byte[] preallocatedBuffer) => _buffer = preallocatedBuffer;

    internal override bool Hand(byte[] data)
    {
        for (var at = 0; at < data.Length; at += _buffer.Length)
        {
            var length = Math.Min(_buffer.Length, data.Length - at);
            Array.Copy(data, at, _buffer, 0, length);
            if (!HandPiece(_buffer, length)) return false;
        }
        return true;
    }
}
