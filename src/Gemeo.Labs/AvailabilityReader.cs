namespace Gemeo.Labs;

/// <summary>Reads <c>gemeo:availability</c>: the last-will topic by which a device says whether it is there.</summary>
static class AvailabilityReader
{
    static readonly string[] _known = ["mqv:topic", "mqv:filter", "mqv:qos", "href", "gemeo:pointer", "online", "offline"];

    public static Availability? Read(Place thing, Uri? home)
    {
        if (thing.Object("gemeo:availability") is not { } place) return null;
        foreach (var extra in place.Members().Where(m => !_known.Contains(m.Key)))
            extra.Fault($"expected one of {string.Join(", ", _known)}; not \"{extra.Key}\".{Nearest.Hint(extra.Key, _known)}");
        var (online, offline) = (Word(place, "online"), Word(place, "offline"));
        if (string.Equals(online, offline, StringComparison.OrdinalIgnoreCase))
            place.Fault("expected two different words for \"online\" and \"offline\" (case does not tell them apart)");
        return Form(place, home) is { } form ? new(form, online, offline) : null;
    }

    static string Word(Place place, string name)
    {
        var word = place.Text(name);
        if (word is "") place.Fault(name, "expected a word that is not empty");
        return word ?? name;
    }

    static Form? Form(Place place, Uri? home)
    {
        place.Text("href");
        if (place.Get("href") is null && place.Get("mqv:topic") is null && place.Get("mqv:filter") is null)
            place.Fault("expected \"mqv:topic\", the last-will topic");
        if (FormAddress.Read(place, home) is not { } address) return null;
        var topic = address.Filter ?? address.Topic!;
        if (Topics.FilterFault(topic) is { } fault)
            place.Fault(address.Filter is not null ? "mqv:filter" : place.Get("mqv:topic") is not null ? "mqv:topic" : "href", fault);
        var pointer = Payload.Pointer(place, "gemeo:pointer", json: true);
        return new(topic, pointer is not null, pointer ?? "", Qos: FormReader.Qos(place));
    }
}
