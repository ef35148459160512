namespace Gemeo.Assistant.Model.Talking;

/// <summary>
/// Hangs up on the provider as soon as nobody listens. OllamaSharp stops reading when it is cancelled between two lines, and leaves the
/// connection open: the model would go on talking to nobody.
/// </summary>
sealed class TakenBack(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    static readonly AsyncLocal<CancellationToken> _ending = new();

    /// <summary>When the requests made from here on are to end.</summary>
    public static void On(CancellationToken ending) => _ending.Value = ending;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var ending = _ending.Value;
        var response = await base.SendAsync(request, cancellationToken);
        // Forgotten when the source of the token is disposed of, which is when the listening ends.
        ending.Register(response.Dispose);
        return response;
    }
}
