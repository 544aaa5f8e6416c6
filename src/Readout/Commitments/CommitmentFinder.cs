using Readout.Attribution;
using Readout.Attribution.Kinds;
using Readout.Entities;
using Readout.Events;
using Readout.Learning;
using Readout.Text;

namespace Readout.Commitments;

/// <summary>
/// Finds what parties agreed, promised or announced that they will do (docs/guidelines/commitments.md): acts that somebody may be bound to, and
/// a trained model that says which are commitments, of which kind and in which state. Immutable, thread-safe.
/// </summary>
public sealed class CommitmentFinder
{
    // What tells again of a commitment that is found may be less sure: in thousandths of log-odds.
    private const int AgainMargin = 3000;

    private readonly CommitmentLexicon _lexicon;
    private readonly CommitmentCandidates _candidates;
    private readonly QuantityReader _quantities;
    private readonly WordClusters _clusters;
    private readonly ActTail _tail;

    private CommitmentFinder(string data)
    {
        _lexicon = CommitmentLexicon.Load(data);
        _candidates = new CommitmentCandidates(_lexicon);
        _quantities = QuantityReader.Load(data, _lexicon);
        _clusters = KindClassifier.Clusters(data);
        _tail = new ActTail(_lexicon);
        Model = CommitmentModel.Empty;
    }

    private CommitmentFinder(CommitmentFinder other, CommitmentModel model) =>
        (_lexicon, _candidates, _quantities, _clusters, _tail, Model) = (other._lexicon, other._candidates, other._quantities, other._clusters, other._tail, model);

    /// <summary>The trained decisions.</summary>
    internal CommitmentModel Model { get; }

    /// <summary>Loads <c>commitments/*.tsv</c> and <c>models/en/commitments.model</c> from the data folder.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A file is broken; the message names it.</exception>
    public static CommitmentFinder Load(string dataDirectory) =>
        LoadUntrained(dataDirectory).With(CommitmentModel.Load(Path.Combine(dataDirectory, "models", "en", "commitments.model")));

    /// <summary>As the other without the model, for training.</summary>
    internal static CommitmentFinder LoadUntrained(string dataDirectory) => new(dataDirectory);

    /// <summary>The same finder with other decisions.</summary>
    internal CommitmentFinder With(CommitmentModel model) => new(this, model);

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
        var again = new List<CommitmentDraft>();
        foreach ((CommitmentCandidate candidate, FeatureSet features) in Described(index, view))
        {
            int score = Model.Score(candidate, features);
            if (score > Model.Least - AgainMargin)
            {
                (score > Model.Least ? drafts : again).Add(Draft(index, candidate, score, features));
            }
        }

        List<CommitmentDraft> found = CommitmentMerger.Merge(index, drafts);
        CommitmentMerger.AddEvidence(index, found, again);
        return [.. found.Select(draft => Finish(index, statements, draft))];
    }

    /// <summary>The candidates of a report with their features.</summary>
    internal List<(CommitmentCandidate Candidate, FeatureSet Features)> Described(SceneIndex index, StatementView view)
    {
        var features = new CommitmentFeatures(index, view, _lexicon, _clusters);
        var described = new List<(CommitmentCandidate, FeatureSet)>();
        List<CommitmentCandidate> candidates = _candidates.Find(index, view);
        var context = new CommitmentContext(index, candidates);
        for (int i = 0; i < candidates.Count; i++)
        {
            described.Add((candidates[i], features.Describe(candidates[i], context, i)));
        }

        return described;
    }

    /// <summary>The words of an act that a commitment is told with.</summary>
    internal Act Told(SceneIndex index, Act act) => _tail.Cut(index.Parse, act);

    private CommitmentDraft Draft(SceneIndex index, CommitmentCandidate candidate, int score, FeatureSet features)
    {
        var cue = new CommitmentCue(default, (CommitmentKind)Best(Model.Kinds, features), (CommitmentStatus)Best(Model.Statuses, features));
        return CommitmentDraft.Of(index, [.. candidate.Parties], cue, Told(index, candidate.Act), candidate.Act.Head, "") with { Score = score };
    }

    private static int Best(SparseClassifier classifier, FeatureSet features)
    {
        Span<int> sums = stackalloc int[classifier.Classes];
        sums.Clear();
        classifier.Score(features.Hashes, sums);
        int best = 0;
        for (int i = 1; i < sums.Length; i++)
        {
            best = sums[i] > sums[best] ? i : best;
        }

        return best;
    }

    private Commitment Finish(SceneIndex index, IReadOnlyList<Statement> statements, CommitmentDraft draft)
    {
        TextSpan action = index.Tokens.Span(draft.First, draft.End);
        (Period? period, string? due) = CommitmentTimes.Find(_lexicon, index, new Act(draft.Head, draft.First, draft.End));
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
            Confidence = Model.ConfidenceOf(draft.Score),
        };
    }
}
