namespace Readout.Store.Corrections;

/// <summary>What people put right: a layer over the readings that a newer reading leaves whole. As thread-safe as the store.</summary>
public interface ICorrectionStore
{
    /// <summary>Keeps a correction.</summary>
    /// <exception cref="CorrectionException">There is no such fact, or the value does not fit the field.</exception>
    Correction Correct(CorrectionDraft draft);

    /// <summary>Keeps several corrections, all or none.</summary>
    /// <exception cref="CorrectionException">One of them cannot be kept.</exception>
    IReadOnlyList<Correction> Correct(IReadOnlyList<CorrectionDraft> drafts);

    /// <summary>Takes a correction back; it stays on record. Where it added a fact, what was set of that fact is taken back with it.</summary>
    /// <returns>False where there is none of this number, or it was taken back before.</returns>
    bool Undo(long correction, string author);

    /// <summary>Number of facts of merged actors that wait to be compared with others again.</summary>
    int WaitingFacts { get; }

    /// <summary>Compares some of the waiting facts again, the latest first, in one transaction.</summary>
    /// <param name="most">Most facts.</param>
    /// <returns>How many wait still.</returns>
    int PlaceWaiting(int most);

    /// <summary>Corrections in the order in which they were made, those taken back among them.</summary>
    /// <param name="factId">Those of one fact; null for all.</param>
    IReadOnlyList<Correction> Corrections(string? factId = null);
}
