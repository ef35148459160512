using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Gemeo.Knowledge.Reading.Pdf;

/// <summary>Runs a page's operators and keeps its characters. Pictures are measured and never unpacked; paths are not drawn.</summary>
sealed class GlyphCollector(
    int number, IResourceStore resources, IPdfTokenScanner scanner, IPageContentParser parser, ILookupFilterProvider filters, CropBox cropBox,
    UserSpaceUnit unit, PageRotationDegrees rotation, in TransformationMatrix initial, ParsingOptions options, Surface surface)
    : BaseStreamProcessor<GlyphPage>(number, resources, scanner, parser, filters, cropBox, unit, rotation, initial, options)
{
    const int CheckEvery = 256;
    const int DeepestForm = 16;

    readonly Stack<string?> _actualTexts = new();
    int _forms;
    string? _actualText;

    public override GlyphPage Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        ProcessOperations(operations);
        return surface.Page(pageNumberCurrent);
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        for (var i = 0; i < operations.Count; i++)
        {
            if (i % CheckEvery == 0) surface.Budget.Check();
            operations[i].Run(this);
        }
    }

    public override void RenderGlyph(
        IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
        in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        if (_actualText is not null) (unicode, _actualText) = (_actualText, "");
        surface.Add(unicode, font, characterBoundingBox.Width, renderingMatrix.Multiply(textMatrix).Multiply(transformationMatrix));
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        _actualTexts.Push(_actualText);
        // Within replaced text, what is replaced further in does not count.
        if (_actualText is null && ActualTextOf(propertyDictionaryName, properties) is { } text) _actualText = text;
    }

    public override void EndMarkedContent()
    {
        if (!_actualTexts.TryPop(out var outer)) return;
        _actualText = outer is null ? null : _actualText;
    }

    string? ActualTextOf(NameToken? named, DictionaryToken? properties)
    {
        properties ??= named is null ? null : ResourceStore.GetMarkedContentPropertiesDictionary(named);
        return properties is null ? null : PdfText.In(properties, NameToken.ActualText, PdfScanner);
    }

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        // Forms may draw each other; the library only notices one that draws itself.
        if (_forms >= DeepestForm) return;
        surface.Budget.Check();
        _forms++;
        try
        {
            base.ProcessFormXObject(formStream, xObjectName);
        }
        finally
        {
            _forms--;
        }
    }

    /// <summary>Only a font matters to text; soft masks would be unpacked.</summary>
    public override void SetNamedGraphicsState(NameToken stateName)
    {
        if (ResourceStore.GetExtendedGraphicsStateDictionary(stateName)?.ContainsKey(NameToken.Font) == true) base.SetNamedGraphicsState(stateName);
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => surface.AddPicture(CurrentTransformationMatrix);

    public override void EndInlineImage(Memory<byte> bytes)
    {
        InlineImageBuilder = null;
        surface.AddPicture(CurrentTransformationMatrix);
    }

    protected override void RenderInlineImage(InlineImage inlineImage) => surface.AddPicture(CurrentTransformationMatrix);

    public override void BeginSubpath()
    {
    }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close)
    {
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
    }

    public override void MoveTo(double x, double y)
    {
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
    }

    public override void LineTo(double x, double y)
    {
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
    }

    public override void EndPath()
    {
    }

    public override void ClosePath()
    {
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }
}
