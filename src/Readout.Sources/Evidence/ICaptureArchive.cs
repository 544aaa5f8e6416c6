namespace Readout.Sources.Evidence;

/// <summary>Keeps captures. A body is kept once however often it was captured; nothing is ever deleted. Thread-safe.</summary>
public interface ICaptureArchive
{
    /// <summary>Keeps a capture; the same address at the same moment is kept once.</summary>
    void Save(Capture capture);

    /// <summary>The captures in the order of their moments, read lazily.</summary>
    /// <param name="address">Address asked for or answering; null for all.</param>
    /// <param name="since">Earliest moment; null for all.</param>
    IEnumerable<Capture> Captures(Uri? address = null, DateTimeOffset? since = null);
}
