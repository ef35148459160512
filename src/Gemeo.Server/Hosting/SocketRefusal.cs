using System.Text.Json;

namespace Gemeo.Hosting;

/// <summary>A refusal as it goes over a socket: a <see cref="Problem"/> has nowhere to stand there.</summary>
public static class SocketRefusal
{
    /// <param name="id">The caller's own, when one was given.</param>
    /// <param name="command">The order as it ended, when one was made.</param>
    public static byte[] Json(JsonElement? id, Fault fault, string? detail, string language, object? command = null) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type = "error", id, status = fault.Status, code = fault.Code, erro = fault.In(language), detail, command }, JsonStyle.Web);
}
