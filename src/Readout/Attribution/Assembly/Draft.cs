using Readout.Attribution.Extraction;
using Readout.Text;

namespace Readout.Attribution.Assembly;

/// <summary>A statement in the making. Not thread-safe; lives within one call.</summary>
internal sealed class Draft
{
    /// <summary>What it rests on.</summary>
    public DraftOrigin Origin { get; set; }

    /// <summary>Rows of the cue; empty range where there is none.</summary>
    public (int First, int End) Cue { get; set; }

    /// <summary>Rows of the source phrase; empty range where none was found.</summary>
    public (int First, int End) Source { get; set; }

    /// <summary>Whether the source phrase is the subject of another cue, too.</summary>
    public bool IsSourceShared { get; set; }

    /// <summary>Content as rows, in text order once sorted.</summary>
    public List<(int First, int End)> Rows { get; } = [];

    /// <summary>Content as text, parallel to the sorted rows; filled last.</summary>
    public List<TextSpan> Content { get; } = [];

    public bool HasCue => Cue.End > Cue.First;

    public bool HasSource => Source.End > Source.First;

    /// <summary>Some row of it: of the cue, else of the content.</summary>
    public int Anchor => HasCue ? Cue.First : Rows[0].First;

    /// <summary>Whether a row lies in its content.</summary>
    public bool Holds(int row)
    {
        foreach ((int first, int end) in Rows)
        {
            if (row >= first && row < end)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Number of rows that its content has between two rows.</summary>
    public int RowsWithin(int first, int end)
    {
        int count = 0;
        foreach ((int start, int stop) in Rows)
        {
            count += Math.Max(0, Math.Min(stop, end) - Math.Max(start, first));
        }

        return count;
    }

    public static (int First, int End) RangeOf(RoleSpan span) => (span.First, span.End);
}
