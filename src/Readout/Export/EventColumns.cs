using System.Globalization;
using System.Text;

namespace Readout.Export;

/// <summary>A tab-separated event format: its columns and how a row is filled. Immutable, thread-safe.</summary>
public sealed class EventColumns
{
    private readonly (string Name, Func<EventRow, string?> Value)[] _columns;

    internal EventColumns((string Name, Func<EventRow, string?> Value)[] columns, bool hasHeader, bool splitsPairs)
    {
        // The columns that make a row checkable: where it stands, and who told it first.
        _columns =
        [
            .. columns,
            ("Report ID", row => row.Event.Report.Report.Id),
            ("Report URL", row => row.Event.Report.Report.Url),
            ("Span Start", row => Number(row.Event.Event.Trigger.Start)),
            ("Span End", row => Number(row.Event.Event.Trigger.End)),
            ("First Report ID", row => row.Event.FirstReport),
        ];
        HasHeader = hasHeader;
        SplitsPairs = splitsPairs;
    }

    /// <summary>Column names in order.</summary>
    public IReadOnlyList<string> Names => [.. _columns.Select(column => column.Name)];

    /// <summary>Whether the format's files open with a line of column names.</summary>
    public bool HasHeader { get; }

    // Formats after CAMEO hold one actor and one target a row; PLOVER's hold lists.
    internal bool SplitsPairs { get; }

    /// <summary>The header line without a line end.</summary>
    public string Header => string.Join('\t', _columns.Select(column => column.Name));

    /// <summary>The lines of one event without line ends: one, or one for each pair of actor and recipient.</summary>
    public IEnumerable<string> Lines(ExportedEvent one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return EventRow.Of(one, SplitsPairs).Select(Line);
    }

    internal static string? Number(double? number) => number?.ToString("R", CultureInfo.InvariantCulture);

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Line(EventRow row)
    {
        var line = new StringBuilder();
        for (int i = 0; i < _columns.Length; i++)
        {
            if (i > 0)
            {
                line.Append('\t');
            }

            foreach (char c in _columns[i].Value(row) ?? "")
            {
                line.Append(c is '\t' or '\n' or '\r' ? ' ' : c);
            }
        }

        return line.ToString();
    }
}
