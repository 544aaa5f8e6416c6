namespace Readout.Sources.Fetching;

/// <summary>Fetches from the web. Failures are results, never exceptions, but for cancellation. Thread-safe.</summary>
public interface IFetcher
{
    /// <summary>Fetches one address.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation);
}
