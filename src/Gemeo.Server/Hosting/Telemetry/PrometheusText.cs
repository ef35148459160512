using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Gemeo.Hosting.Telemetry;

/// <summary>Meters in Prometheus' text format 0.0.4. It listens from the first time it is asked.</summary>
public sealed class PrometheusText : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";
    // .NET's own: memory, collections, threads, processor time.
    const string Runtime = "System.Runtime";
    const int MostSeries = 2000;

    readonly Lock _lock = new();
    readonly SortedDictionary<string, Family> _families = new(StringComparer.Ordinal);
    readonly MeterListener _listener = new();

    /// <param name="scope">Whose meter is meant: several servers may live in one process.</param>
    public PrometheusText(IMeterFactory scope)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if ((instrument.Meter.Name == LabMeter.Name && ReferenceEquals(instrument.Meter.Scope, scope)) || instrument.Meter.Name == Runtime) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Take(i, value, tags));
        _listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Take(i, value, tags));
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Take(i, value, tags));
        _listener.Start();
    }

    public string Write()
    {
        // A figure that cannot be had just now (its database is away) must not take the others along; they were read all the same.
        try { _listener.RecordObservableInstruments(); }
        catch (AggregateException) { }
        var text = new StringBuilder();
        lock (_lock)
            foreach (var (name, family) in _families) family.Write(text, name);
        return text.ToString();
    }

    void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        lock (_lock)
        {
            var name = NameOf(instrument);
            if (!_families.TryGetValue(name, out var family)) _families[name] = family = new(instrument);
            if (family.Series.TryGetValue(labels, out var series) || family.Series.Count < MostSeries) (series ?? (family.Series[labels] = new(family.Bounds.Length))).Take(family, value);
        }
    }

    static string NameOf(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_').Replace('-', '_');
        name += instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return Family.IsCounter(instrument) ? name + "_total" : name;
    }

    static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length == 0) return "";
        var text = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            if (text.Length > 0) text.Append(',');
            text.Append(key.Replace('.', '_')).Append("=\"").Append(Escaped(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")).Append('"');
        }
        return text.ToString();
    }

    static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    public void Dispose() => _listener.Dispose();

    /// <summary>One instrument with all its labels.</summary>
    sealed class Family(Instrument instrument)
    {
        public double[] Bounds { get; } = instrument switch
        {
            Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds],
            Histogram<long> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(b => (double)b)],
            _ => [],
        };

        public bool Adds { get; } = !instrument.IsObservable;

        public Dictionary<string, Series> Series { get; } = new(StringComparer.Ordinal);

        bool IsHistogram => Bounds.Length > 0;

        public static bool IsCounter(Instrument instrument) => instrument.GetType().GetGenericTypeDefinition() is var kind && (kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>));

        public void Write(StringBuilder text, string name)
        {
            if (instrument.Description is { Length: > 0 } told) text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {told.Replace("\\", "\\\\", StringComparison.Ordinal).Replace('\n', ' ')}\n");
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {(IsHistogram ? "histogram" : IsCounter(instrument) ? "counter" : "gauge")}\n");
            foreach (var (labels, series) in Series)
                if (IsHistogram) series.WriteBuckets(text, name, labels, Bounds);
                else Line(text, name, labels, series.Value);
        }
    }

    sealed class Series(int bounds)
    {
        readonly long[] _buckets = new long[bounds + 1];

        public double Value { get; private set; }

        public void Take(Family family, double value)
        {
            Value = family.Adds ? Value + value : value;
            if (family.Bounds.Length == 0) return;
            var at = Array.FindIndex(family.Bounds, b => value <= b);
            _buckets[at < 0 ? bounds : at]++;
        }

        public void WriteBuckets(StringBuilder text, string name, string labels, double[] at)
        {
            var (so, comma) = (0L, labels.Length > 0 ? "," : "");
            for (var i = 0; i <= bounds; i++)
                Line(text, name + "_bucket", $"{labels}{comma}le=\"{(i < bounds ? Text(at[i]) : "+Inf")}\"", so += _buckets[i]);
            Line(text, name + "_sum", labels, Value);
            Line(text, name + "_count", labels, so);
        }
    }

    static void Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(name).Append(labels.Length > 0 ? "{" + labels + "} " : " ").Append(Text(value)).Append('\n');

    static string Text(double value) => double.IsNaN(value) ? "NaN" : double.IsPositiveInfinity(value) ? "+Inf" : value.ToString("R", CultureInfo.InvariantCulture);
}
