using Readout.Attribution;
using Readout.Commitments;
using Readout.Events;
using Readout.Server.Exports;
using Readout.Store;
using Readout.Store.Corrections;
using Readout.Store.Facts;

namespace Readout.Server.Corrections;

/// <summary>The values of a fact as the form shows them and compares with what is sent.</summary>
internal static class CorrectionValues
{
    /// <summary>The value of a field; null where the fact has none now.</summary>
    public static string? Of(Fact fact, CorrectionField field) => field switch
    {
        CorrectionField.Kind => Kind(fact),
        CorrectionField.Status => FactColumns.Status(fact),
        CorrectionField.Time => fact.Time,
        CorrectionField.Speaker or CorrectionField.Participants or CorrectionField.Parties => string.Join('\n', FactColumns.Actors(fact).Select(actor => actor.Name)),
        CorrectionField.Place => (fact as MeetingFact)?.Place,
        CorrectionField.Period => CorrectionTerms.Of((fact as CommitmentFact)?.Period),
        CorrectionField.Due => (fact as CommitmentFact)?.Due,
        CorrectionField.Amount => CorrectionTerms.Of((fact as CommitmentFact)?.Amount),
        _ => null,
    };

    /// <summary>The fields that the form of a fact has beside its words.</summary>
    public static IReadOnlyList<CorrectionField> Fields(Fact fact) => fact switch
    {
        StatementFact => [CorrectionField.Kind, CorrectionField.Speaker, CorrectionField.Time],
        MeetingFact => [CorrectionField.Status, CorrectionField.Participants, CorrectionField.Time, CorrectionField.Place],
        CommitmentFact => [CorrectionField.Kind, CorrectionField.Status, CorrectionField.Parties, CorrectionField.Time, CorrectionField.Period, CorrectionField.Due, CorrectionField.Amount],
        _ => [CorrectionField.Time],
    };

    /// <summary>The names that a kind or state can have; the first is what a fact has of which nothing was said.</summary>
    public static IReadOnlyList<string> Choices(CorrectionField field, FactType type) => (field, type) switch
    {
        (CorrectionField.Kind, FactType.Statement) => RecordNames.All<StatementKind>(),
        (CorrectionField.Kind, _) => RecordNames.All<CommitmentKind>(),
        (_, FactType.Meeting) => RecordNames.All<MeetingStatus>(),
        _ => RecordNames.All<CommitmentStatus>(),
    };

    /// <summary>Kind of a statement or commitment; null for all else.</summary>
    public static string? Kind(Fact fact) => fact switch { StatementFact said => RecordNames.Of(said.Kind), CommitmentFact bound => RecordNames.Of(bound.Kind), _ => null };

    /// <summary>Whether the value of a field may be taken away.</summary>
    public static bool MayBeNone(CorrectionField field) =>
        field is CorrectionField.Time or CorrectionField.Place or CorrectionField.Period or CorrectionField.Due or CorrectionField.Amount;

    /// <summary>The words that can be put right: of a commitment what is to be done.</summary>
    public static string Words(Fact fact) => fact is CommitmentFact bound ? bound.Action : fact.Words;

    /// <summary>Code point where the words begin; 0 where the fact came without spans.</summary>
    public static int Start(Fact fact) => fact.Spans.Where(span => span.Role is "content" or "action" or "evidence" or "trigger").Select(span => span.Start).DefaultIfEmpty(0).Min();
}
