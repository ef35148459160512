using Gemeo.Linguistics.Words;

namespace Gemeo.Linguistics.Lexicons;

/// <summary>What a lexicon was learnt from; written beside it, so that whoever gets it knows whom to credit.</summary>
/// <param name="Sha256">Of the lexicon's file.</param>
/// <param name="Analysis">Version of the words and stems it knows, <see cref="Terms.Version"/>.</param>
public sealed record LexiconManifest(string File, string Sha256, long Bytes, int Analysis, int StemsPt, int StemsEn, int Rounds, double Least, int Most, IReadOnlyList<LexiconSource> Sources);

/// <param name="Pairs">Lines that are pairs.</param>
/// <param name="Skipped">Lines that are none.</param>
public sealed record LexiconSource(string File, string Source, string Licence, int Pairs, int Skipped, string Sha256);
