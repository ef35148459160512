using System.Globalization;
using Gemeo.UnityStubs;

namespace UnityEngine.Networking;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest.html"/></summary>
public partial class UnityWebRequest : IDisposable
{
    readonly Uri _uri;
    readonly List<KeyValuePair<string, string>> _headers = [];
    Fetching _fetching;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest-ctor.html"/></summary>
    public UnityWebRequest(Uri uri, string method)
    {
        _ = Player.Here;
        (_uri, this.method) = (uri, method);
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest.Result.html"/></summary>
    public enum Result
    {
        /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest.Result.InProgress.html"/></summary>
        InProgress,

        /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest.Result.Success.html"/></summary>
        Success,

        /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest.Result.ConnectionError.html"/></summary>
        ConnectionError,

        /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest.Result.ProtocolError.html"/></summary>
        ProtocolError,

        /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest.Result.DataProcessingError.html"/></summary>
        DataProcessingError,
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest-method.html"/></summary>
    public string method { get; set; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest-uploadHandler.html"/></summary>
    public UploadHandler uploadHandler { get; set; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest-downloadHandler.html"/></summary>
    public DownloadHandler downloadHandler { get; set; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest-redirectLimit.html"/></summary>
    public int redirectLimit { get; set; } = 32;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest-responseCode.html"/></summary>
    public long responseCode => _fetching?.Status ?? 0;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest-result.html"/></summary>
    public Result result => _fetching is null || !_fetching.IsOver ? Result.InProgress
        : _fetching.Error is not null ? Result.ConnectionError : responseCode >= 400 ? Result.ProtocolError : Result.Success;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest-error.html"/></summary>
    public string error => result == Result.ProtocolError ? "HTTP/1.1 " + responseCode.ToString(CultureInfo.InvariantCulture) : _fetching?.Error;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest-isDone.html"/></summary>
    public bool isDone => _fetching is { IsOver: true };

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest.SetRequestHeader.html"/></summary>
    public void SetRequestHeader(string name, string value) => _headers.Add(new(name, value));

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest.GetResponseHeaders.html"/></summary>
    public Dictionary<string, string> GetResponseHeaders()
    {
        _ = Player.Here;
        return _fetching?.Headers;
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest.SendWebRequest.html"/></summary>
    public UnityWebRequestAsyncOperation SendWebRequest()
    {
        if (Player.Here.ForbidsHttp) throw new InvalidOperationException("Insecure connection not allowed");
        if (_fetching is not null) throw new InvalidOperationException("UnityWebRequest has already been sent");
        _fetching = new Fetching(_uri, method, _headers, uploadHandler, downloadHandler);
        Player.Here._fetching.Add(_fetching);
        return _fetching.Operation;
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest.Abort.html"/></summary>
    public void Abort()
    {
        _ = Player.Here;
        _fetching?.Abort();
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest.Dispose.html"/></summary>
    public void Dispose()
    {
        Abort();
        if (_fetching is { IsHandingOver: true }) throw new InvalidOperationException("a request that is disposed of while its handler is called brings the real player down");
    }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequestAsyncOperation.html"/></summary>
public partial class UnityWebRequestAsyncOperation : AsyncOperation
{
}
