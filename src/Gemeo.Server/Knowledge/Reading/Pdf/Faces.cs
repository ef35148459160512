using UglyToad.PdfPig.PdfFonts;

namespace Gemeo.Knowledge.Reading.Pdf;

/// <summary>The fonts met so far in a document.</summary>
sealed class Faces
{
    static readonly string[] _bold = ["bold", "black", "heavy", "semibold", "demi", "cmbx", "-bd"];
    static readonly string[] _mono = ["mono", "courier", "typewriter", "cmtt", "consol", "fixed", "code", "inconsolata"];

    readonly Dictionary<IFont, Face> _met = new(ReferenceEqualityComparer.Instance);

    public Face Of(IFont font)
    {
        if (!_met.TryGetValue(font, out var face)) _met.Add(font, face = Make(font));
        return face;
    }

    static Face Make(IFont font)
    {
        var name = font.Details.Name is { Length: > 0 } told ? told : font.Name?.Data ?? "";
        return new(
            name,
            font.Details.IsBold || font.Details.Weight >= 600 || Has(name, _bold),
            Has(name, _mono),
            Sane((float)font.GetAscent(), 0.6f, 1.1f, 0.78f),
            Sane(-(float)font.GetDescent(), 0.05f, 0.4f, 0.22f));
    }

    static bool Has(string name, string[] parts) => parts.Any(p => name.Contains(p, StringComparison.OrdinalIgnoreCase));

    static float Sane(float value, float least, float most, float otherwise) => value >= least && value <= most ? value : otherwise;
}
