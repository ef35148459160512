using System.Text.Json;

namespace Gemeo.Labs;

static class PropertyReader
{
    public static readonly TimeSpan DefaultDeadline = TimeSpan.FromSeconds(5);

    public static PropertyAffordance? Read(Place property, Uri? home)
    {
        var (readOnly, writeOnly) = (property.Flag("readOnly") ?? false, property.Flag("writeOnly") ?? false);
        if (readOnly && writeOnly) property.Fault("expected readOnly or writeOnly, not both");
        property.Flag("observable");
        var schema = DataSchemaReader.Read(property);
        var forms = Forms(property, home, !writeOnly, !readOnly);
        WordsFit.Check(forms.Select(f => f.Place), schema);
        return new(property.Key, schema, Heard(forms)?.Read, Told(forms)?.Write,
            ThingReader.Seconds(property, "gemeo:deadline", 0.1, 3600) ?? DefaultDeadline,
            property.Flag("gemeo:reconcile") ?? true, MaxChange(property, schema));
    }

    static double? MaxChange(Place property, DataSchema schema)
    {
        if (property.Number("gemeo:maxChange", double.Epsilon) is not { } most) return null;
        if (schema.Type is not (DataType.Number or DataType.Integer)) property.Fault("gemeo:maxChange", "expected it in a property of type number or integer only");
        return most;
    }

    static List<FormPair> Forms(Place property, Uri? home, bool mayRead, bool mayWrite)
    {
        if (property.Get("forms") is null) property.Fault("expected \"forms\", an array");
        var pairs = new List<FormPair>();
        var before = property.FaultCount;
        foreach (var form in TdRules.Forms(property))
        {
            TdRules.CheckForm(form, TdRules.PropertyOps);
            var (reads, writes) = Ways(form, mayRead, mayWrite);
            if (FormReader.Read(form, home, reads, writes) is { } pair) pairs.Add(pair);
        }
        if (property.Get("forms") is { IsArray: true } forms && pairs.Count == 0 && property.FaultCount == before)
            forms.Fault("expected at least one form with \"mqv:topic\" or an mqtt:// \"href\"");
        return pairs;
    }

    /// <summary>TD 1.1: without <c>op</c> a form reads and writes, as far as the property lets it.</summary>
    static (bool Reads, bool Writes) Ways(Place form, bool mayRead, bool mayWrite)
    {
        if (form.Get("op") is null) return (mayRead, mayWrite);
        var ops = form.OneOrMore("op").Select(o => o.Value.GetString()).ToList();
        var (reads, writes) = (ops.Contains("readproperty") || ops.Contains("observeproperty"), ops.Contains("writeproperty"));
        if (writes && !mayWrite) form.Fault("op", "expected no \"writeproperty\" in a property that is readOnly");
        if (reads && !mayRead) form.Fault("op", "expected no \"readproperty\" in a property that is writeOnly");
        return (reads, writes);
    }

    // MQTT has no "read": to observe is the truer word when a TD has both.
    static FormPair? Heard(List<FormPair> forms) =>
        Only(forms.Where(f => f.Read is not null && f.Observes)) ?? Only(forms.Where(f => f.Read is not null && !f.Observes));

    static FormPair? Told(List<FormPair> forms) => Only(forms.Where(f => f.Write is not null));

    static FormPair? Only(IEnumerable<FormPair> forms)
    {
        var all = forms.ToList();
        foreach (var extra in all.Skip(1)) extra.Place.Fault("expected one MQTT form for each operation; an earlier form does the same");
        return all.FirstOrDefault();
    }
}
