using System.ClientModel;
using System.Net;
using OllamaSharp.Models.Exceptions;

namespace Gemeo.Hosting.Providers;

/// <summary>What went wrong between us and a provider of models.</summary>
enum ProviderFault
{
    Timeout,
    Unreachable,
    Refused,
    Missing,
    Busy,
    Error,
    Dropped,
    Garbled,
}

static class ProviderFaults
{
    /// <summary>What an exception of a client library stands for.</summary>
    public static ProviderFault Of(Exception why) => why switch
    {
        ClientResultException { Status: > 0 } refused => Of((HttpStatusCode)refused.Status),
        HttpRequestException { StatusCode: { } status } => Of(status),
        ClientResultException { InnerException: { } inner } => Of(inner),
        AggregateException { InnerException: { } inner } => Of(inner),
        HttpIOException => ProviderFault.Dropped,
        HttpRequestException { InnerException: HttpIOException } => ProviderFault.Dropped,
        HttpRequestException => ProviderFault.Unreachable,
        IOException => ProviderFault.Dropped,
        ModelDoesNotSupportToolsException or ResponseError or OllamaException => ProviderFault.Error,
        _ => ProviderFault.Garbled,
    };

    static ProviderFault Of(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ProviderFault.Refused,
        HttpStatusCode.NotFound => ProviderFault.Missing,
        HttpStatusCode.TooManyRequests => ProviderFault.Busy,
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => ProviderFault.Timeout,
        HttpStatusCode.OK => ProviderFault.Garbled,
        _ => ProviderFault.Error,
    };
}
