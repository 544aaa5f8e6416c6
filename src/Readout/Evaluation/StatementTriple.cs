namespace Readout.Evaluation;

/// <summary>Source, cue and content of one attribution as ranges of letters (<see cref="LetterMap"/>), with the groups that it is counted in.</summary>
internal sealed record StatementTriple
{
    public required List<(int Start, int End)> Source { get; init; }

    public required List<(int Start, int End)> Cue { get; init; }

    public required List<(int Start, int End)> Content { get; init; }

    /// <summary>direct, indirect or mixed.</summary>
    public required string Form { get; init; }

    /// <summary>name, pronoun, description or none.</summary>
    public required string SourceType { get; init; }

    /// <summary>Calibrated confidence; 1 for annotations.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Class of <c>ConfidenceTable</c>; empty for annotations.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Same letters in all three roles.</summary>
    public bool Equals(StatementTriple other, bool exact) => exact
        ? Source.SequenceEqual(other.Source) && Cue.SequenceEqual(other.Cue) && Content.SequenceEqual(other.Content)
        : Touches(Source, other.Source) && Touches(Cue, other.Cue) && Touches(Content, other.Content);

    private static bool Touches(List<(int Start, int End)> left, List<(int Start, int End)> right) =>
        (left.Count == 0 && right.Count == 0) || LetterMap.Common(left, right) > 0;
}
