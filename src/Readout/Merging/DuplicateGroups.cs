namespace Readout.Merging;

/// <summary>
/// Groups reports that copy one another as they arrive; nothing is deleted, a group is one origin. A report joins the groups of all
/// earlier reports that it copies, so that a full version that comes last unites the cuts that came before. For one thread.
/// </summary>
/// <param name="textOf">The text of a report by its number; asked for a handful of likely copies of each new report, never for all.</param>
public sealed class DuplicateGroups(Func<int, string> textOf)
{
    // Alignments a report: past the eight likeliest, further copies are of the same group already.
    private const int Aligned = 8;

    private readonly DuplicateIndex _index = new();
    private readonly List<int> _parents = [];

    /// <summary>Reports placed.</summary>
    public int Count => _parents.Count;

    /// <summary>Groups, that is independent origins.</summary>
    public int Origins { get; private set; }

    /// <summary>Places one more report.</summary>
    /// <param name="text">Headline and body.</param>
    /// <param name="hasSameAddress">Whether an earlier report came from the same address; null where no report has one.</param>
    public ReportPlacement Place(string text, Func<int, bool>? hasSameAddress = null)
    {
        WordSequence words = WordSequence.Of(text);
        ReportSketch sketch = ReportSketch.Of(words);
        IReadOnlyList<DuplicateCandidate> candidates = _index.Find(sketch, Math.Min(DuplicateComparer.LeastShared, Math.Max(1, sketch.Minima.Length)));
        int report = _index.Add(sketch);
        _parents.Add(report);
        Origins++;
        var best = new ReportPlacement(report, report, DuplicateRelation.None, null);
        foreach (DuplicateCandidate candidate in candidates.Take(Aligned))
        {
            DuplicateRelation relation = DuplicateComparer.Compare(WordSequence.Of(textOf(candidate.Report)), words, hasSameAddress?.Invoke(candidate.Report) ?? false);
            if (DuplicateComparer.IsCopy(relation))
            {
                Unite(candidate.Report, report);
            }

            best = DuplicateComparer.Distance(relation) < DuplicateComparer.Distance(best.Relation) ? best with { Relation = relation, Earlier = candidate.Report } : best;
        }

        return best with { Group = GroupOf(report) };
    }

    /// <summary>Number of the first report of a report's group.</summary>
    public int GroupOf(int report)
    {
        while (_parents[report] != report)
        {
            _parents[report] = _parents[_parents[report]];
            report = _parents[report];
        }

        return report;
    }

    private void Unite(int left, int right)
    {
        (left, right) = (GroupOf(left), GroupOf(right));
        if (left != right)
        {
            _parents[Math.Max(left, right)] = Math.Min(left, right);
            Origins--;
        }
    }
}
