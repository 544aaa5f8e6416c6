namespace Readout.Server.Reports;

/// <summary>What marked words are to a fact.</summary>
internal enum MarkRole
{
    /// <summary>A line of the page that is no part of the report.</summary>
    Boilerplate,

    /// <summary>What was said.</summary>
    Content,

    /// <summary>What is to be done.</summary>
    Action,

    /// <summary>Words that tell of a meeting.</summary>
    Evidence,

    /// <summary>Who said it.</summary>
    Source,

    /// <summary>To whom it was said.</summary>
    Addressee,

    /// <summary>The reporting words.</summary>
    Cue,

    /// <summary>A time expression.</summary>
    Time,

    /// <summary>A mention of an actor.</summary>
    Mention,
}
