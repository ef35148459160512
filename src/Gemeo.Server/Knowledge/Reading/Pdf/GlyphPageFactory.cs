using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Gemeo.Knowledge.Reading.Pdf;

/// <summary>Carries our budget to where the library makes things by reflection.</summary>
sealed class BudgetedOptions : ParsingOptions
{
    const int DeepestNesting = 100;

    public BudgetedOptions(ReadingBudget budget)
    {
        Budget = budget;
        FilterProvider = new BoundedFilters(budget);
        (UseLenientParsing, SkipMissingFonts, MaxStackDepth) = (true, true, DeepestNesting);
    }

    public ReadingBudget Budget { get; }
}

/// <summary>Makes a page's characters, and nothing else of it.</summary>
sealed class GlyphPageFactory : BasePageFactory<GlyphPage>
{
    readonly Faces _faces = new();

    /// <summary>The library finds it by these very parameters; of the parser we have our own.</summary>
    public GlyphPageFactory(IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options)
        : base(scanner, resources, filters, new BoundedParser(((BudgetedOptions)options).Budget, options), options)
    {
    }

    protected override GlyphPage ProcessPage(
        int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox,
        UserSpaceUnit userSpaceUnit, PageRotationDegrees rotation, TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var shown = cropBox.GetVisibleBounds(rotation);
        var surface = new Surface((float)shown.Width, (float)shown.Height, ((BudgetedOptions)ParsingOptions).Budget, _faces);
        return new GlyphCollector(
            pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, ParsingOptions, surface)
            .Process(pageNumber, operations);
    }

    sealed class BoundedParser(ReadingBudget budget, ParsingOptions options) : IPageContentParser
    {
        readonly PageContentParser _inner = new(new TextOperations(), new StackDepthGuard(options.MaxStackDepth), useLenientParsing: true);

        public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
        {
            budget.Check();
            if (inputBytes.Length > budget.Limits.Content) throw budget.Stop(ReadingFault.TooHeavy);
            return _inner.Parse(pageNumber, inputBytes, log);
        }
    }
}
