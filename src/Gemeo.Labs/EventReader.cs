namespace Gemeo.Labs;

static class EventReader
{
    public static EventAffordance? Read(Place occasion, Uri? home)
    {
        HumanWords.Check(occasion);
        var data = occasion.Object("data") is { } schema ? DataSchemaReader.Read(schema) : null;
        foreach (var other in (string[])["subscription", "cancellation", "dataResponse"])
            if (occasion.Object(other) is { } part) DataSchemaReader.Read(part);
        var form = Form(occasion, home, data);
        return form is null ? null : new(occasion.Key, data, form);
    }

    static Form? Form(Place occasion, Uri? home, DataSchema? data)
    {
        if (occasion.Get("forms") is null) occasion.Fault("expected \"forms\", an array");
        var pairs = new List<FormPair>();
        var before = occasion.FaultCount;
        foreach (var form in TdRules.Forms(occasion))
        {
            TdRules.CheckForm(form, TdRules.EventOps);
            if (FormReader.Read(form, home, Subscribes(form), false) is { Read: not null } pair) pairs.Add(pair);
        }
        if (occasion.Get("forms") is { IsArray: true } forms && pairs.Count == 0 && occasion.FaultCount == before)
            forms.Fault("expected a form with \"subscribeevent\" and \"mqv:topic\" or an mqtt:// \"href\"");
        foreach (var extra in pairs.Skip(1)) extra.Place.Fault("expected one MQTT form with \"subscribeevent\"; an earlier form does the same");
        if (data is not null) WordsFit.Check(pairs.Select(p => p.Place), data);
        return pairs.FirstOrDefault()?.Read;
    }

    static bool Subscribes(Place form) =>
        form.Get("op") is null || form.OneOrMore("op").Any(o => o.Value.ValueEquals("subscribeevent"));
}
