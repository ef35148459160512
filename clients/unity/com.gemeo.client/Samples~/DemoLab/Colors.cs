#nullable enable
namespace Gemeo.Samples.DemoLab
{
    /// <summary>What furniture and things are painted with.</summary>
    static class Colors
    {
        public const string Metal = "#9aa3ad";
        public const string White = "#f4f4f2";
        public const string Dark = "#3a3f47";

        public static string Of(string kind)
        {
            switch (kind)
            {
                case "bench":
                case "desk":
                case "stool":
                case "bench-seat":
                case "bookcase": return "#b08a5b";
                case "door": return "#8a5a34";
                case "plant":
                case "tree": return "#4f8a4c";
                case "rack":
                case "computer":
                case "oscilloscope":
                case "spectrum-analyzer": return Dark;
                case "whiteboard":
                case "air-conditioner":
                case "sensor":
                case "presence": return White;
                default: return Metal;
            }
        }
    }
}
