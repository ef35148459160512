namespace Gemeo.Hosting;

/// <summary>What RFC 9110 asks of every address: HEAD wherever there is GET, OPTIONS that tells what there is, 405 that names it.</summary>
public static class Methods
{
    static readonly object _head = new();

    /// <summary>Before routing, which knows GET only.</summary>
    public static void UseMethods(this IApplicationBuilder app) => app.Use(next => async http =>
    {
        var asked = http.Request.Method;
        if (HttpMethods.IsHead(asked)) (http.Items[_head], http.Request.Method) = (asked, HttpMethods.Get);
        await next(http);
        var answer = http.Response;
        if (answer.StatusCode != StatusCodes.Status405MethodNotAllowed || answer.HasStarted || answer.Headers.Allow.Count == 0) return;
        answer.Headers.Allow = Complete(answer.Headers.Allow.ToString());
        if (HttpMethods.IsOptions(asked)) answer.StatusCode = StatusCodes.Status204NoContent;
    });

    /// <summary>After routing: to one who asked for the head the server itself sends no body.</summary>
    public static void UseHead(this IApplicationBuilder app) => app.Use(next => http =>
    {
        if (http.Items.ContainsKey(_head)) http.Request.Method = HttpMethods.Head;
        return next(http);
    });

    static string Complete(string allow)
    {
        var known = allow.Split(", ").Append(HttpMethods.Options);
        return string.Join(", ", (known.Contains(HttpMethods.Get) ? known.Append(HttpMethods.Head) : known).Distinct().Order(StringComparer.Ordinal));
    }
}
