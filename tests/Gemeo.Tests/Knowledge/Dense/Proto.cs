using System.Text;

namespace Gemeo.Tests.Knowledge.Dense;

/// <summary>A protobuf message written field by field.</summary>
sealed class Proto
{
    const int Varint = 0, Sized = 2, Four = 5;

    readonly MemoryStream _bytes = new();

    public Proto Int(int field, long value)
    {
        Head(field, Varint);
        Var((ulong)value);
        return this;
    }

    public Proto Float(int field, float value)
    {
        Head(field, Four);
        _bytes.Write(BitConverter.GetBytes(value));
        return this;
    }

    public Proto Text(int field, string value) => Raw(field, Encoding.UTF8.GetBytes(value));

    public Proto Part(int field, Proto value) => Raw(field, value.ToArray());

    public Proto Raw(int field, byte[] value)
    {
        Head(field, Sized);
        Var((ulong)value.Length);
        _bytes.Write(value);
        return this;
    }

    public byte[] ToArray() => _bytes.ToArray();

    void Head(int field, int kind) => Var(((ulong)field << 3) | (uint)kind);

    void Var(ulong value)
    {
        for (; value >= 0x80; value >>= 7) _bytes.WriteByte((byte)(value | 0x80));
        _bytes.WriteByte((byte)value);
    }
}
