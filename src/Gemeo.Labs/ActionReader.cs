namespace Gemeo.Labs;

static class ActionReader
{
    public static ActionAffordance? Read(Place action, Uri? home, IReadOnlyDictionary<string, PropertyAffordance> properties)
    {
        HumanWords.Check(action);
        action.Flag("synchronous");
        var input = action.Object("input") is { } schema ? DataSchemaReader.Read(schema) : null;
        if (action.Object("output") is { } output) DataSchemaReader.Read(output);
        var form = Form(action, home, input);
        var confirmedBy = ConfirmationReader.Read(action, input, properties);
        var (idempotent, safe) = (action.Flag("idempotent") ?? false, action.Flag("safe") ?? false);
        var askFirst = action.Flag("gemeo:askFirst") ?? false;
        var deadline = ThingReader.Seconds(action, "gemeo:deadline", 0.1, 3600) ?? PropertyReader.DefaultDeadline;
        return form is null ? null : new(action.Key, input, form, idempotent, safe, askFirst, confirmedBy, deadline);
    }

    static Form? Form(Place action, Uri? home, DataSchema? input)
    {
        if (action.Get("forms") is null) action.Fault("expected \"forms\", an array");
        var pairs = new List<FormPair>();
        var before = action.FaultCount;
        foreach (var form in TdRules.Forms(action))
        {
            TdRules.CheckForm(form, TdRules.ActionOps);
            if (FormReader.Read(form, home, false, Invokes(form)) is not { } pair) continue;
            if (pair.Write is not null) pairs.Add(pair);
        }
        if (action.Get("forms") is { IsArray: true } forms && pairs.Count == 0 && action.FaultCount == before)
            forms.Fault("expected a form with \"invokeaction\" and \"mqv:topic\" or an mqtt:// \"href\"");
        foreach (var extra in pairs.Skip(1)) extra.Place.Fault("expected one MQTT form with \"invokeaction\"; an earlier form does the same");
        if (pairs.Count > 0) CheckInput(pairs[0], input);
        return pairs.FirstOrDefault()?.Write;
    }

    static bool Invokes(Place form) =>
        form.Get("op") is null || form.OneOrMore("op").Any(o => o.Value.ValueEquals("invokeaction"));

    static void CheckInput(FormPair form, DataSchema? input)
    {
        if (input is not null) WordsFit.Check([form.Place], input);
        else if (form.Write!.Template is { } template && Templates.UsesValue(template))
            form.Place.Fault("gemeo:template", "expected \"input\" in an action whose template uses {{value}}");
    }
}
