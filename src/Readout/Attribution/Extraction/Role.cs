namespace Readout.Attribution.Extraction;

/// <summary>Part of an attribution that a stretch of text plays.</summary>
internal enum Role : byte
{
    /// <summary>Who says it.</summary>
    Source,

    /// <summary>The words that tell that it is said.</summary>
    Cue,

    /// <summary>What is said.</summary>
    Content,
}
