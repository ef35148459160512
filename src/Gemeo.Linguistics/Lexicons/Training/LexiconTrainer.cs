namespace Gemeo.Linguistics.Lexicons.Training;

/// <param name="Rounds">Rounds of expectation and maximisation. More than five fit the training text's own accidents (measured: docs/benchmarks.md).</param>
/// <param name="Least">A translation whose mutual probability is less is dropped.</param>
/// <param name="Most">Translations kept for one stem.</param>
public sealed record TrainingOptions(int Rounds = 5, double Least = .01, int Most = 20)
{
    public static TrainingOptions Default { get; } = new();
}

/// <summary>Learns a lexicon from parallel text.</summary>
public static class LexiconTrainer
{
    /// <param name="progress">Called from this thread.</param>
    public static Lexicon Train(IReadOnlyCollection<SentencePair> pairs, TrainingOptions options, Action<TrainingStep>? progress, CancellationToken cancel)
    {
        var corpus = new Corpus();
        foreach (var pair in pairs)
        {
            if (corpus.Read % 1000 == 0)
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Invoke(new(TrainingPhase.Analysing, (double)corpus.Read / pairs.Count));
            }
            corpus.Add(pair);
        }
        var table = new PairTable(corpus, done => progress?.Invoke(new(TrainingPhase.Pairing, done)), cancel);
        var toEn = new Alignment(table, table.Pt, corpus.Pt.Stems.Count, corpus.En.Stems.Count);
        var toPt = new Alignment(table, table.En, corpus.En.Stems.Count, corpus.Pt.Stems.Count);
        for (var round = 0; round < options.Rounds; round++)
        {
            Round(corpus, toEn, toPt, done => progress?.Invoke(new(TrainingPhase.Learning, (round + done) / options.Rounds)), cancel);
            toEn.Maximise();
            toPt.Maximise();
        }
        progress?.Invoke(new(TrainingPhase.Pruning, 0));
        return new Pruning(corpus, table, toEn.Probability, toPt.Probability, options).Lexicon();
    }

    static void Round(Corpus corpus, Alignment toEn, Alignment toPt, Action<double> done, CancellationToken cancel)
    {
        var first = 0;
        for (var s = 0; s < corpus.Sentences.Count; s++)
        {
            if (s % 1000 == 0)
            {
                cancel.ThrowIfCancellationRequested();
                done((double)s / corpus.Sentences.Count);
            }
            var (pt, en) = corpus.Sentences[s];
            for (var e = 0; e < en.Length; e++) toEn.Expect(en[e], first + e, en.Length, pt.Length);
            for (var p = 0; p < pt.Length; p++) toPt.Expect(pt[p], first + (p * en.Length), 1, en.Length);
            first += pt.Length * en.Length;
        }
    }
}
