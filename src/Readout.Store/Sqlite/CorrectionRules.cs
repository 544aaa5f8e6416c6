using Readout.Attribution;
using Readout.Commitments;
using Readout.Events;
using Readout.Merging;
using Readout.Store.Corrections;

namespace Readout.Store.Sqlite;

/// <summary>Which values fit which field of which fact.</summary>
internal static class CorrectionRules
{
    private const int MostCharactersOfPlace = 200;

    /// <summary>Refuses a value that does not fit.</summary>
    /// <exception cref="CorrectionException">The message says what would.</exception>
    public static void Check(CorrectionField field, string value, string type, int characters)
    {
        bool fits = field switch
        {
            CorrectionField.Speaker => type == "statement" && value.Length > 0,
            CorrectionField.Participants => type == "meeting" && HasNames(value),
            CorrectionField.Parties => type == "commitment" && HasNames(value),
            CorrectionField.Kind => type == "statement" ? RecordNames.Find<StatementKind>(value) is not null : type == "commitment" && RecordNames.Find<CommitmentKind>(value) is not null,
            CorrectionField.Status => type == "meeting" ? RecordNames.Find<MeetingStatus>(value) is not null : type == "commitment" && RecordNames.Find<CommitmentStatus>(value) is not null,
            CorrectionField.Span => CorrectionSpans.Parse(value) is { } spans && spans[^1].End <= characters,
            CorrectionField.Time => IsNoneOr(value, DayRange.Parse(value) is not null),
            CorrectionField.Place => type == "meeting" && value.Length is > 0 and <= MostCharactersOfPlace,
            CorrectionField.Period => type == "commitment" && IsNoneOr(value, CorrectionTerms.Period(value) is not null),
            CorrectionField.Due => type == "commitment" && IsNoneOr(value, !value.Contains('/', StringComparison.Ordinal) && DayRange.Parse(value) is not null),
            CorrectionField.Amount => type == "commitment" && IsNoneOr(value, CorrectionTerms.Amount(value) is not null),
            CorrectionField.Verdict => value is "accepted" or "rejected",
            CorrectionField.Apart => value.Length == 0,
            _ => value.Length > 0,
        };
        if (!fits)
        {
            throw new CorrectionException($"\"{value}\" is no {RecordNames.Of(field)} of a {type}: {Expected(field)}");
        }
    }

    private static bool HasNames(string value) => CorrectionNames.Parse(value).Count is > 0 and <= CorrectionNames.Most;

    private static bool IsNoneOr(string value, bool fits) => fits || value == CorrectionTerms.None;

    private static string Expected(CorrectionField field) => field switch
    {
        CorrectionField.Speaker => "expected a name or an actor's key, for a statement",
        CorrectionField.Participants => $"expected up to {CorrectionNames.Most} names or actors' keys parted by semicolons, for a meeting",
        CorrectionField.Parties => $"expected up to {CorrectionNames.Most} names or actors' keys parted by semicolons, for a commitment",
        CorrectionField.Kind => "expected one of " + string.Join(", ", RecordNames.All<StatementKind>()) + " (of a commitment " + string.Join(", ", RecordNames.All<CommitmentKind>()) + ")",
        CorrectionField.Status => "expected of a meeting one of " + string.Join(", ", RecordNames.All<MeetingStatus>()) + "; of a commitment " + string.Join(", ", RecordNames.All<CommitmentStatus>()),
        CorrectionField.Span => "expected start-end in code points of the report's text, such as 120-164, up to eight parted by commas",
        CorrectionField.Time => "expected a day, month, year or interval, such as 2023-12-11, or none",
        CorrectionField.Place => $"expected a name of at most {MostCharactersOfPlace} characters or none, for a meeting",
        CorrectionField.Period => "expected an interval such as 2024/2026 or 2024-05/.., or none, for a commitment",
        CorrectionField.Due => "expected a day, month or year, such as 2024-06, or none, for a commitment",
        CorrectionField.Amount => "expected a number and a unit, such as 48000000 USD, or none, for a commitment",
        CorrectionField.Verdict => "expected accepted or rejected",
        CorrectionField.Apart => "expected no value",
        _ => "expected the id of another fact of its type",
    };
}
