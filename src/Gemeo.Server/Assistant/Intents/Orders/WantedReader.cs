using System.Collections.Frozen;
using System.Globalization;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents.Orders;

/// <summary>Takes an order's clause apart: what is named, which value, what is left out. Every word ends up somewhere.</summary>
sealed class WantedReader
{
    /// <summary>Words that an order may hold without being about anything.</summary>
    public static readonly FrozenSet<Sense> Skipped = new[]
    {
        Sense.Article, Sense.Preposition, Sense.Filler, Sense.Please, Sense.Hello, Sense.Address, Sense.Now, Sense.Wish,
    }.ToFrozenSet();

    static readonly Sense[] _bounds = [Sense.Max, Sense.Min, Sense.Half];

    readonly LabNames _lab;
    readonly Clause _clause;
    readonly Wanted _wanted;
    readonly FrozenSet<Sense> _skipped;
    readonly List<Evidence> _evidence;
    List<Mention> _list;
    Mention _mention = new();

    WantedReader(LabNames lab, Clause clause, VerbMatch verb, bool asOffer, List<Evidence> evidence)
    {
        (_lab, _clause, _wanted, _evidence) = (lab, clause, new(verb, clause.In), evidence);
        _list = _wanted.Mentions;
        // What kept it from being an order says nothing of what would be done.
        _skipped = asOffer ? [.. Skipped, Sense.Modal, Sense.Person] : Skipped;
    }

    /// <param name="asOffer">It is only to be offered: modal words are let through.</param>
    public static Wanted Read(LabNames lab, Clause clause, VerbMatch verb, bool asOffer, List<Evidence> evidence)
    {
        var reader = new WantedReader(lab, clause, verb, asOffer, evidence);
        evidence.Add(clause.In.Evidence(verb.At, verb.Length, $"verb {verb.Verb.Op}"));
        for (var i = verb.Begin; i < clause.To;) i += i == verb.ParticleAt ? 1 : Math.Max(1, reader.Next(i));
        reader.Close();
        // "everything but": but what?
        reader._wanted.IsMuddled |= reader._list == reader._wanted.Excepted && reader._wanted.Excepted.Count == 0;
        reader.Inherit();
        return reader._wanted;
    }

    Sentence In => _clause.In;

    int Next(int i)
    {
        var token = In.Tokens[i];
        if (!token.IsWord) return Split();
        if (token.Number is not null) return Number(i);
        if (In.Length(i, Sense.Except) is > 0 and var except && !In.Is(i, Sense.Comparator)) return Except(except);
        if (State(i) is > 0 and var state) return state;
        if (Group(i) is > 0 and var group) return group;
        if (In.Longest(i, _skipped) is { Length: > 0 and var skip } && !IsName(i, skip)) return skip;
        if (In.Length(i, Sense.PluralArticle) is > 0 and var plural) return Plural(plural);
        if (In.Length(i, Sense.And) is > 0 and var and) return Split(and);
        if (In.Length(i, Sense.Or) is > 0 and var or) return Muddle(or);
        if ((In.Is(i, Sense.To) || In.Is(i, Sense.By)) && i + 1 < _clause.To && (In.Tokens[i + 1].Number is not null || _bounds.Any(s => In.Is(i + 1, s)))) return 1;
        if (token.Text == "on" && (In.Is(i + 1, Sense.Article) || In.Is(i + 1, Sense.PluralArticle))) return 1;
        if (In.Is(i, Sense.Place) && !_lab.Knows(token) && !_lab.IsRoom(token)) return 1;
        return Extreme(i) is > 0 and var extreme ? extreme : Pronoun(i) is > 0 and var pronoun ? pronoun : Name(i);
    }

    // "A" may be a room, "ar" is no article: a word by which the lab calls something is not skipped for its other use.
    bool IsName(int i, int length) => length == 1 && In.Tokens[i].Text.Length > 2 && _lab.Knows(In.Tokens[i])
        && !In.Is(i, Sense.Article) && !In.Is(i, Sense.Preposition);

    int Name(int i)
    {
        _mention.Words.Add(In.Tokens[i]);
        return 1;
    }

    int Plural(int length)
    {
        _mention.IsPlural = true;
        return length;
    }

    int Split(int length = 1)
    {
        if (!_mention.IsEmpty) Close();
        return length;
    }

    void Close()
    {
        if (!_mention.IsEmpty) _list.Add(_mention);
        else if (_mention.Value is { } value && _list.Count > 0) Give(_list[^1], value);
        else if (_mention.Value is not null) _wanted.Loose = _mention.Value;
        _mention = new();
    }

    int Except(int length)
    {
        Close();
        _list = _wanted.Excepted;
        return length;
    }

    int Muddle(int length)
    {
        _wanted.IsMuddled = true;
        return length;
    }

    // tudo, todas as luzes, all devices
    int Group(int i)
    {
        if (In.Length(i, Sense.Both) is > 0 and var both)
        {
            (_mention.IsPlural, _wanted.HasPronoun) = (true, true);
            return both;
        }
        if (In.Length(i, Sense.All) is > 0 and var all)
        {
            _mention.IsAll = true;
            _evidence.Add(In.Evidence(i, all, "all"));
            return all;
        }
        if (In.Length(i, Sense.Generic) is not (> 0 and var generic) || _lab.Knows(In.Tokens[i])) return 0;
        _mention.IsAll |= In.Tokens[i].Text[^1] == 's';
        return generic;
    }

    // "deixe a luz ligada" is an order to turn it on.
    int State(int i)
    {
        if (_wanted.Op != Ops.Set) return 0;
        var (word, length) = In.Vocabulary.States(In.Lang).At(In.Tokens, i).OrderByDescending(s => s.Length).FirstOrDefault();
        if (length == 0 || i + length > _clause.To || Ops.Of(word) is not { } op) return 0;
        if (In.Tokens[i].Text == "on" && In.Is(i + 1, Sense.Article)) return 1;
        _wanted.Op = op;
        return length;
    }

    int Extreme(int i)
    {
        foreach (var (sense, extreme) in (ReadOnlySpan<(Sense, Extreme)>)[(Sense.Max, Orders.Extreme.Max), (Sense.Min, Orders.Extreme.Min), (Sense.Half, Orders.Extreme.Half)])
            if (In.Length(i, sense) is > 0 and var length)
            {
                Take(new(null, null, false, extreme, In.Words(i, i + length)), i, length);
                return length;
            }
        return 0;
    }

    int Pronoun(int i)
    {
        if (In.Length(i, Sense.Pronoun) is not (> 0 and var length)) return 0;
        _wanted.HasPronoun = true;
        return length;
    }

    int Number(int i)
    {
        var unit = In.Vocabulary.Units.At(In.Tokens, i + 1).OrderByDescending(u => u.Length).FirstOrDefault(u => i + 1 + u.Length <= _clause.To);
        var isValue = unit.Length > 0 || (In.Is(i - 1, Sense.To) && (Ops.IsSetting(_wanted.Op) || !In.Is(i - 1, Sense.Article) && In.Tokens[i - 1].Text != "a")) || In.Is(i - 1, Sense.By);
        if (!isValue && (IsPartOfName(i) || (!Ops.IsSetting(_wanted.Op) && _mention.Words.Count > 0))) return Name(i);
        var isDelta = Ops.IsSetting(_wanted.Op) && _wanted.Op != Ops.Set && !IsTarget(i);
        Take(new(In.Tokens[i].Number, unit.Meaning, isDelta, Orders.Extreme.None, In.Words(i, i + 1 + unit.Length)), i, 1 + unit.Length);
        return 1 + unit.Length;
    }

    // "aumente para 80": the value; "aumente em 10", "aumente 10": by how much.
    bool IsTarget(int i) => In.Is(i - 1, Sense.To) && !In.Is(i - 1, Sense.By);

    // "luz do teto 1", and the 2 of "luz do teto 1 e 2"
    bool IsPartOfName(int i)
    {
        var named = _mention.Words.Count > 0 || (_list.Count > 0 && _list[^1].Words.Any(w => w.Kind == TokenKind.Number));
        return named && _lab.Knows(In.Tokens[i]);
    }

    void Take(Value value, int i, int length)
    {
        Give(_mention, value);
        var meaning = value.Number?.ToString(CultureInfo.InvariantCulture) ?? value.Extreme.ToString().ToLowerInvariant();
        _evidence.Add(In.Evidence(i, length, $"value {meaning} {value.Unit}".TrimEnd()));
    }

    void Give(Mention mention, Value value)
    {
        if (mention.Value is { Number: not null } && value.Extreme == Orders.Extreme.None) _wanted.IsMuddled = true;
        mention.Value = value;
    }

    /// <summary>"luz do teto 1 e 2": the second has the first one's words. A value at the end is everybody's.</summary>
    void Inherit()
    {
        for (var i = _wanted.Mentions.Count - 2; i >= 0; i--) _wanted.Mentions[i].Value ??= _wanted.Mentions[i + 1].Value;
        for (var i = 1; i < _wanted.Mentions.Count; i++)
            if (_wanted.Mentions[i].Words is [{ Kind: TokenKind.Number } number])
            {
                _wanted.Mentions[i].Words.Clear();
                _wanted.Mentions[i].Words.AddRange(_wanted.Mentions[i - 1].Words.Where(w => w.Kind != TokenKind.Number).Append(number));
                // "as luzes 1 e 2" are one each.
                _wanted.Mentions[i - 1].IsPlural = false;
            }
    }
}
