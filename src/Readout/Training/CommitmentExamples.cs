using System.Text.Json;
using Readout.Commitments;
using Readout.Evaluation;
using Readout.Learning;
using Readout.Text;

namespace Readout.Training;

/// <summary>The candidates of one annotated report, which of them are commitments, and the examples for each decision.</summary>
internal sealed class CommitmentExamples
{
    // Share of the characters that both cover, from which the words are the same; as the scorer has it.
    private const double LeastShare = 0.3;

    private readonly List<(CommitmentCandidate Candidate, FeatureSet Features)> _candidates;
    private readonly JsonElement[] _wanted;
    private readonly Act[] _told;

    public CommitmentExamples(AnnotatedReport report, CommitmentFinder finder)
    {
        Report = report;
        _candidates = finder.Described(report.Index, report.View);
        _told = [.. _candidates.Select(one => finder.Told(report.Index, one.Candidate.Act))];
        _wanted = [.. report.Line.GetProperty("commitments").EnumerateArray()];
        int[] told = Told();
        for (int i = 0; i < _candidates.Count; i++)
        {
            ulong[] features = [.. _candidates[i].Features.Hashes];
            if (told[i] >= 0)
            {
                Candidates.Add(SparseExample.Of(_candidates[i].Features, 1));
                Kinds.Add((features, (int)Parse<CommitmentKind>(_wanted[told[i]], "kind")));
                Statuses.Add((features, (int)Parse<CommitmentStatus>(_wanted[told[i]], "status")));
            }
            else if (!IsLikeOne(i, told))
            {
                Candidates.Add(SparseExample.Of(_candidates[i].Features, 0));
            }
        }
    }

    public AnnotatedReport Report { get; }

    public List<SparseExample> Candidates { get; } = [];

    public List<(ulong[] Features, int Label)> Kinds { get; } = [];

    public List<(ulong[] Features, int Label)> Statuses { get; } = [];

    public int Count => _candidates.Count;

    public int Expected => _wanted.Length;

    public int Reached => Kinds.Count;

    /// <summary>Log-odds of the candidates by a model, in thousandths.</summary>
    public int[] Scores(CommitmentModel model) => [.. _candidates.Select(one => model.Score(one.Candidate, one.Features))];

    /// <summary>What is found by a threshold: the log-odds, and whether it matches as the scorer counts.</summary>
    public List<(int Score, bool IsRight)> Find(int[] scores, int least)
    {
        var drafts = new List<CommitmentDraft>();
        for (int i = 0; i < _candidates.Count; i++)
        {
            if (scores[i] > least)
            {
                drafts.Add(CommitmentDraft.Of(Report.Index, [.. _candidates[i].Candidate.Parties], default, _told[i], _told[i].Head, "") with { Score = scores[i] });
            }
        }

        List<CommitmentDraft> found = CommitmentMerger.Merge(Report.Index, drafts);
        List<(int Wanted, int Found)> pairs = NewswireScorer.Pair(_wanted.Length, found.Count, (w, f) => Share(w, new Act(found[f].Head, found[f].First, found[f].End)) is >= LeastShare and var share ? share : 0);
        return [.. found.Select((draft, f) => (draft.Score, pairs.Exists(pair => pair.Found == f)))];
    }

    // For each candidate the commitment of which it is the best telling; -1 for none.
    private int[] Told()
    {
        int[] told = [.. Enumerable.Repeat(-1, _candidates.Count)];
        foreach ((int w, int c) in NewswireScorer.Pair(_wanted.Length, _candidates.Count, (w, c) => Share(w, _candidates[c].Candidate.Act) is >= LeastShare and var share ? share : 0))
        {
            told[c] = w;
        }

        for (int w = 0; w < _wanted.Length; w++)
        {
            // The right act with other edges: the highest head among the words.
            int head = told.Contains(w) ? -1 : Head(w);
            for (int c = 0; c < told.Length && head >= 0; c++)
            {
                told[c] = told[c] < 0 && _candidates[c].Candidate.Act.Head == head ? w : told[c];
            }
        }

        return told;
    }

    private int Head(int wanted)
    {
        Tokenization.TokenTable tokens = Report.Index.Tokens;
        for (int row = tokens.RowAt(Start(wanted)); row < tokens.Count && tokens.Starts[row] < End(wanted); row++)
        {
            int head = Report.Index.Parse.Heads[row];
            if ((head < 0 || tokens.Ends[head] <= Start(wanted) || tokens.Starts[head] >= End(wanted)) && Report.Index.Parse.Upos[row] is Parsing.UposTag.Verb or Parsing.UposTag.Noun)
            {
                return row;
            }
        }

        return -1;
    }

    // Other words of what is annotated: neither a commitment of its own, nor none.
    private bool IsLikeOne(int candidate, int[] told)
    {
        Act act = _candidates[candidate].Candidate.Act;
        for (int w = 0; w < _wanted.Length; w++)
        {
            if (Share(w, act) >= LeastShare)
            {
                return true;
            }
        }

        CommitmentDraft draft = AsDraft(act);
        for (int i = 0; i < told.Length; i++)
        {
            if (told[i] >= 0 && CommitmentMerger.IsSame(Report.Index, AsDraft(_candidates[i].Candidate.Act), draft) && !Overlaps(act, _candidates[i].Candidate.Act))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Overlaps(Act one, Act two) => one.First < two.End && two.First < one.End;

    private CommitmentDraft AsDraft(Act act) => CommitmentDraft.Of(Report.Index, [], default, act, act.Head, "");

    private double Share(int wanted, Act act)
    {
        TextSpan span = Report.Index.Tokens.Span(act.First, act.End);
        double common = Math.Max(0, Math.Min(End(wanted), span.End) - Math.Max(Start(wanted), span.Start));
        return common / (Math.Max(End(wanted), span.End) - Math.Min(Start(wanted), span.Start));
    }

    private int Start(int wanted) => _wanted[wanted].GetProperty("start").GetInt32();

    private int End(int wanted) => _wanted[wanted].GetProperty("end").GetInt32();

    private static T Parse<T>(JsonElement json, string name)
        where T : struct, Enum =>
        Enum.Parse<T>(StandoffFile.Text(json, name)!.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true);
}
