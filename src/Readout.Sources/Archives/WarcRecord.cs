namespace Readout.Sources.Archives;

/// <summary>One record of a web archive, or the reason why it could not be read.</summary>
public sealed record WarcRecord
{
    /// <summary>Place in the file, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>WARC-Type: <c>response</c>, <c>request</c>, <c>warcinfo</c>, <c>revisit</c> and so on; empty where unknown.</summary>
    public string Type { get; init; } = "";

    /// <summary>WARC-Target-URI; null where the record has none.</summary>
    public string? Address { get; init; }

    /// <summary>WARC-Date; null where it is missing or broken.</summary>
    public DateTimeOffset? Captured { get; init; }

    /// <summary>The record's block; empty where it is larger than asked for, or of a type that holds no response.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Why the record's block is missing; null where it is not.</summary>
    public string? Problem { get; init; }
}
