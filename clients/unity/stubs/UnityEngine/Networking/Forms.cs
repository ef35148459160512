using System.Text;

namespace UnityEngine.Networking;

public partial class UnityWebRequest
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest-timeout.html"/></summary>
    public int timeout { get; set; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.UnityWebRequest.PostWwwForm.html"/></summary>
    public static UnityWebRequest PostWwwForm(string uri, string form)
    {
        var request = new UnityWebRequest(new Uri(uri), "POST") { downloadHandler = new DownloadHandlerBuffer() };
        if (!string.IsNullOrEmpty(form)) request.uploadHandler = new UploadHandlerRaw(Encoding.UTF8.GetBytes(form)) { contentType = "application/x-www-form-urlencoded" };
        return request;
    }
}

public partial class DownloadHandler
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.DownloadHandler-text.html"/></summary>
    public string text => Encoding.UTF8.GetString(Gathered);

    private protected virtual byte[] Gathered => [];
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Networking.DownloadHandlerBuffer.html"/></summary>
public sealed partial class DownloadHandlerBuffer : DownloadHandler
{
    readonly MemoryStream _gathered = new();

    private protected override byte[] Gathered => _gathered.ToArray();

    internal override bool Hand(byte[] data)
    {
        _gathered.Write(data, 0, data.Length);
        return true;
    }
}
