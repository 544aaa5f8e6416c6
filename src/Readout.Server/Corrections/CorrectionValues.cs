using Readout.Store;
using Readout.Store.Facts;

namespace Readout.Server.Corrections;

/// <summary>The values of a fact as the form shows them and compares with what is sent.</summary>
internal static class CorrectionValues
{
    /// <summary>Kind of a statement or commitment; null for all else.</summary>
    public static string? Kind(Fact fact) => fact switch { StatementFact said => RecordNames.Of(said.Kind), CommitmentFact bound => RecordNames.Of(bound.Kind), _ => null };

    /// <summary>Names of a statement's speakers; null for all else.</summary>
    public static string? Speaker(Fact fact) => fact is StatementFact said ? string.Join(", ", said.Speakers.Select(actor => actor.Name)) : null;

    /// <summary>The words that can be put right: of a commitment what is to be done.</summary>
    public static string Words(Fact fact) => fact is CommitmentFact bound ? bound.Action : fact.Words;

    /// <summary>Code point where the words begin; 0 where the fact came without spans.</summary>
    public static int Start(Fact fact) => fact.Spans.Where(span => span.Role is "content" or "action" or "evidence" or "trigger").Select(span => span.Start).DefaultIfEmpty(0).Min();
}
