using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Tokens;

namespace Gemeo.Knowledge.Reading.Pdf;

/// <summary>Makes only the operators that place text; lines, curves and colours become one that does nothing, so a drawing costs no memory.</summary>
sealed class TextOperations : IGraphicsStateOperationFactory
{
    public IGraphicsStateOperation? Create(OperatorToken op, IReadOnlyList<IToken> operands) => op.Data switch
    {
        "m" or "l" or "c" or "v" or "y" or "h" or "re" or "S" or "s" or "f" or "F" or "f*" or "B" or "B*" or "b" or "b*" or "n" or "W" or "W*"
            or "w" or "J" or "j" or "M" or "d" or "ri" or "i" or "sh" or "MP" or "DP" or "BX" or "EX"
            or "CS" or "cs" or "SC" or "SCN" or "sc" or "scn" or "G" or "g" or "RG" or "rg" or "K" or "k" => Nothing.Instance,
        _ => ReflectionGraphicsStateOperationFactory.Instance.Create(op, operands),
    };

    sealed class Nothing : IGraphicsStateOperation
    {
        public static readonly Nothing Instance = new();

        public string Operator => "n";

        public void Write(Stream stream)
        {
        }

        public void Run(IOperationContext operationContext)
        {
        }
    }
}
