using Readout.Attribution;
using Readout.Events;
using Readout.Text;

namespace Readout.Commitments;

/// <summary>
/// Finds what parties agreed, promised or announced that they will do (docs/guidelines/commitments.md): cue words with the act in a
/// fixed place of the dependency tree, and the future tense of an act of the own side. Immutable, thread-safe.
/// </summary>
public sealed class CommitmentFinder
{
    private readonly CommitmentLexicon _lexicon;
    private readonly QuantityReader _quantities;
    private readonly CueRule _cues;
    private readonly FutureRule _futures;
    private readonly PlanRule _plans;

    private CommitmentFinder(string data)
    {
        _lexicon = CommitmentLexicon.Load(data);
        _quantities = QuantityReader.Load(data, _lexicon);
        var mood = new ClauseMood(_lexicon);
        var bounds = new ActBounds(_lexicon);
        _cues = new CueRule(_lexicon, mood, bounds);
        _futures = new FutureRule(_lexicon, mood, bounds);
        _plans = new PlanRule(_lexicon, mood, bounds);
    }

    /// <summary>Loads <c>commitments/*.tsv</c> from the data folder.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A file is broken; the message names it.</exception>
    public static CommitmentFinder Load(string dataDirectory) => new(dataDirectory);

    /// <summary>Commitments in text order of their actions.</summary>
    public IReadOnlyList<Commitment> Find(Scene scene, IReadOnlyList<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(statements);
        var index = new SceneIndex(scene);
        return Find(index, new StatementView(index, statements), statements);
    }

    /// <summary>As the other, where the report is indexed already.</summary>
    internal IReadOnlyList<Commitment> Find(SceneIndex index, StatementView view, IReadOnlyList<Statement> statements)
    {
        var drafts = new List<CommitmentDraft>();
        for (int row = 0; row < index.Tokens.Count; row++)
        {
            if (!index.IsPassedOver(row))
            {
                int known = drafts.Count;
                _cues.Add(index, view, row, drafts);
                _futures.Add(index, view, row, drafts);
                if (drafts.Count == known)
                {
                    _plans.Add(index, view, row, drafts);
                }
            }
        }

        // One bare word ("a settlement", "enlist them") can not be asked after later.
        drafts.RemoveAll(draft => CommitmentMerger.ContentWords(index, draft).Count < 2);
        return [.. CommitmentMerger.Merge(index, drafts).OrderBy(draft => draft.First).Select(draft => Finish(index, statements, draft))];
    }

    private Commitment Finish(SceneIndex index, IReadOnlyList<Statement> statements, CommitmentDraft draft)
    {
        TextSpan action = index.Tokens.Span(draft.First, draft.End);
        (Period? period, string? due) = CommitmentTimes.Find(_lexicon, index, draft.First, draft.End);
        return new Commitment
        {
            Kind = draft.Kind,
            Parties = draft.Parties,
            Action = action,
            Period = period,
            Due = due,
            Amount = _quantities.Find(index, draft.First, draft.End),
            Status = draft.Status,
            Statement = StatementView.Innermost(statements, action),
            Evidence = [.. draft.Evidence.Order()],
            Confidence = draft.Confidence,
        };
    }
}
