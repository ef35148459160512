namespace Gemeo.Linguistics;

/// <summary>The two languages of the house.</summary>
public enum Lang
{
    Pt,
    En,
}
