namespace Readout.Evaluation;

/// <summary>Counts of every <see cref="ParserMetric"/>. Mutable while a corpus is added up; not thread-safe.</summary>
public sealed class ParserScores
{
    private readonly Score[] _counts = new Score[Enum.GetValues<ParserMetric>().Length];

    /// <summary>The counts of one metric.</summary>
    public Score this[ParserMetric metric]
    {
        get => _counts[(int)metric];
        internal set => _counts[(int)metric] = value;
    }

    /// <summary>Adds another text's counts.</summary>
    public void Add(ParserScores other)
    {
        for (int i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }
    }
}
