#nullable enable
using System;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>What a <see cref="Value"/> is.</summary>
    public enum ValueKind
    {
        /// <summary>Nothing is known, or JSON's null.</summary>
        Null,
        Boolean,
        Number,
        Text,

        /// <summary>An object or an array.</summary>
        Structure,
    }

    /// <summary>A JSON value that was reported or is sent: <c>true</c>, <c>22.4</c>, <c>"heat"</c>. Reading it as what it is not gives null.</summary>
    public readonly struct Value : IEquatable<Value>
    {
        readonly object? _whole;
        readonly double _number;

        Value(ValueKind kind, double number, object? whole)
        {
            Kind = kind;
            _number = number;
            _whole = whole;
        }

        public ValueKind Kind { get; }

        /// <summary>Null unless it is true or false.</summary>
        public bool? Boolean => Kind == ValueKind.Boolean ? _number != 0 : (bool?)null;

        /// <summary>Null unless it is a number. A whole number beyond 2^53 is rounded here, and exact in <see cref="ToJson"/>.</summary>
        public double? Number => Kind == ValueKind.Number ? _number : (double?)null;

        /// <summary>Null unless it is a text.</summary>
        public string? Text => Kind == ValueKind.Text ? (string?)_whole : null;

        /// <summary>Null unless it is an object or an array.</summary>
        public JToken? Structure => Kind == ValueKind.Structure ? (JToken?)_whole : null;

        public static Value Of(JToken? json) => json switch
        {
            null => default,
            { Type: JTokenType.Null } => default,
            { Type: JTokenType.Boolean } => (bool)json,
            { Type: JTokenType.Integer } => Whole((double)json, json),
            { Type: JTokenType.Float } => (double)json,
            { Type: JTokenType.String } => (string?)json,
            _ => new Value(ValueKind.Structure, 0, json),
        };

        internal static Value Whole(long number) =>
            Math.Abs((double)number) < 1L << 53 ? new Value(ValueKind.Number, number, null) : Whole(number, new JValue(number));

        // Beyond 2^53 the number is rounded, so what it was is kept beside it.
        static Value Whole(double rounded, JToken json) => new Value(ValueKind.Number, rounded, Math.Abs(rounded) < 1L << 53 ? null : json);

        public static implicit operator Value(bool value) => new Value(ValueKind.Boolean, value ? 1 : 0, null);

        public static implicit operator Value(double value) => new Value(ValueKind.Number, value, null);

        public static implicit operator Value(int value) => new Value(ValueKind.Number, value, null);

        public static implicit operator Value(string? value) => value is null ? default : new Value(ValueKind.Text, 0, value);

        public static implicit operator Value(JToken? value) => Of(value);

        public JToken ToJson() => Kind switch
        {
            ValueKind.Null => JValue.CreateNull(),
            ValueKind.Boolean => new JValue(_number != 0),
            ValueKind.Text => new JValue((string?)_whole),
            ValueKind.Number when _whole is null && _number == Math.Floor(_number) && Math.Abs(_number) < 1L << 53 => new JValue((long)_number),
            ValueKind.Number when _whole is null => new JValue(_number),
            _ => (JToken)_whole!,
        };

        public bool Equals(Value other) =>
            Kind == other.Kind && _number.Equals(other._number)
            && (ReferenceEquals(_whole, other._whole) || (Kind == ValueKind.Text ? Text == other.Text : JToken.DeepEquals((JToken?)_whole, (JToken?)other._whole)));

        public override bool Equals(object? obj) => obj is Value other && Equals(other);

        public override int GetHashCode() => Kind == ValueKind.Text ? Text!.GetHashCode() : Kind == ValueKind.Structure ? 0 : _number.GetHashCode();

        public static bool operator ==(Value left, Value right) => left.Equals(right);

        public static bool operator !=(Value left, Value right) => !left.Equals(right);

        /// <summary>As JSON has it, a text without its quotes; nothing for null.</summary>
        public override string ToString() => Kind switch
        {
            ValueKind.Null => "",
            ValueKind.Text => Text!,
            ValueKind.Boolean => _number != 0 ? "true" : "false",
            ValueKind.Number when _whole is null => _number.ToString("R", CultureInfo.InvariantCulture),
            _ => ((JToken)_whole!).ToString(Newtonsoft.Json.Formatting.None),
        };
    }
}
