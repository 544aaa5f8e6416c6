using Readout.Events;
using Readout.Text;

namespace Readout.Commitments;

/// <summary>A commitment while it is still being put together.</summary>
internal sealed record CommitmentDraft
{
    public required CommitmentKind Kind { get; init; }

    public required List<int> Parties { get; init; }

    /// <summary>Row of the verb or noun that heads the act.</summary>
    public required int Head { get; init; }

    /// <summary>First row of the act.</summary>
    public required int First { get; init; }

    /// <summary>Row after the last of the act.</summary>
    public required int End { get; init; }

    public required CommitmentStatus Status { get; init; }

    public required List<TextSpan> Evidence { get; init; }

    /// <summary>Log-odds that it is one, in thousandths.</summary>
    public required int Score { get; init; }

    /// <summary>Name of the rule that found it.</summary>
    public required string Origin { get; init; }

    /// <summary>A draft whose evidence is the sentence of a row.</summary>
    public static CommitmentDraft Of(SceneIndex index, List<int> parties, CommitmentCue cue, Act act, int row, string origin)
    {
        int sentence = index.Tokens.SentenceOf(row);
        return new CommitmentDraft
        {
            Kind = cue.Kind,
            Parties = parties,
            First = act.First,
            End = act.End,
            Status = cue.Status,
            Evidence = [index.Tokens.Span(index.Tokens.SentenceStarts[sentence], index.Tokens.SentenceStarts[sentence + 1])],
            Score = 0,
            Head = act.Head,
            Origin = origin,
        };
    }
}
