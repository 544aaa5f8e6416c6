using Readout.Attribution;
using Readout.Commitments;
using Readout.Merging;
using Readout.Store.Corrections;

namespace Readout.Store.Sqlite;

/// <summary>Which values fit which field of which fact.</summary>
internal static class CorrectionRules
{
    /// <summary>Refuses a value that does not fit.</summary>
    /// <exception cref="CorrectionException">The message says what would.</exception>
    public static void Check(CorrectionField field, string value, string type, int characters)
    {
        bool fits = field switch
        {
            CorrectionField.Speaker => type == "statement" && value.Length > 0,
            CorrectionField.Kind => type == "statement" ? RecordNames.Find<StatementKind>(value) is not null : type == "commitment" && RecordNames.Find<CommitmentKind>(value) is not null,
            CorrectionField.Span => CorrectionSpans.Parse(value) is { } spans && spans[^1].End <= characters,
            CorrectionField.Time => DayRange.Parse(value) is not null,
            CorrectionField.Verdict => value is "accepted" or "rejected",
            CorrectionField.Apart => value.Length == 0,
            _ => value.Length > 0,
        };
        if (!fits)
        {
            throw new CorrectionException($"\"{value}\" is no {RecordNames.Of(field)} of a {type}: {Expected(field)}");
        }
    }

    private static string Expected(CorrectionField field) => field switch
    {
        CorrectionField.Speaker => "expected a name or an actor's key, for a statement",
        CorrectionField.Kind => "expected one of " + string.Join(", ", RecordNames.All<StatementKind>()) + " (of a commitment " + string.Join(", ", RecordNames.All<CommitmentKind>()) + ")",
        CorrectionField.Span => "expected start-end in code points of the report's text, such as 120-164, up to eight parted by commas",
        CorrectionField.Time => "expected a day, month, year or interval, such as 2023-12-11",
        CorrectionField.Verdict => "expected accepted or rejected",
        CorrectionField.Apart => "expected no value",
        _ => "expected the id of another fact of its type",
    };
}
