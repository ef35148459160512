using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>Where a form leads: whether over MQTT, and to which topic.</summary>
/// <param name="Topic">From <c>mqv:topic</c>, or the path of the resolved <c>href</c>.</param>
/// <param name="Filter">From <c>mqv:filter</c>.</param>
sealed record FormAddress(string? Topic, string? Filter)
{
    /// <summary>Null, without a fault, for a form that is reached by other means than MQTT.</summary>
    public static FormAddress? Read(Place form, Uri? home)
    {
        var (topic, filter) = (form.Text("mqv:topic"), form.Text("mqv:filter"));
        if (topic is not null || filter is not null) return new(topic, filter);
        if (Target(form, home) is { } target)
            return target.Scheme is "mqtt" or "mqtts" ? new(PathTopic(form, target), null) : NotMqtt(form);
        if (form.Get("href") is not null) form.Fault("expected \"mqv:topic\", or an \"href\" such as mqtt://broker/the/topic");
        return null;
    }

    /// <summary>The TD's <c>base</c>; a fault when it is not a URI.</summary>
    public static Uri? Home(Place thing)
    {
        if (thing.Text("base") is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var home)) return home;
        thing.Fault("base", "expected an absolute URI such as \"mqtt://broker/\"");
        return null;
    }

    static Uri? Target(Place form, Uri? home)
    {
        if (form.Get("href") is not { Kind: JsonValueKind.String } href) return null;
        var text = href.Value.GetString()!;
        // On Unix a leading slash alone would be an absolute file path.
        if (!text.StartsWith('/') && Uri.TryCreate(text, UriKind.Absolute, out var whole)) return whole;
        return home is not null && Uri.TryCreate(home, text, out var joined) ? joined : null;
    }

    static string PathTopic(Place form, Uri target)
    {
        if (target.Query.Length > 0 || target.Fragment.Length > 0)
            form.Fault("href", "expected a topic without ? and # in \"href\"; write such a topic as \"mqv:topic\" or \"mqv:filter\"");
        return Uri.UnescapeDataString(target.AbsolutePath.StartsWith('/') ? target.AbsolutePath[1..] : target.AbsolutePath);
    }

    static FormAddress? NotMqtt(Place form)
    {
        foreach (var word in form.Members().Where(m => Vocabulary.IsOurs(m.Key)))
            word.Fault("expected this word in a form with \"mqv:topic\" or an mqtt:// \"href\" only");
        return null;
    }
}
