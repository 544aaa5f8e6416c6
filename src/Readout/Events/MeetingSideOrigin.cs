namespace Readout.Events;

/// <summary>Where an actor that may take part in a meeting is named.</summary>
internal enum MeetingSideOrigin : byte
{
    /// <summary>In the sentence, by a mention of its own.</summary>
    Mention,

    /// <summary>In the sentence, by words for several: "the two leaders", "both sides", "they".</summary>
    Group,

    /// <summary>As the speaker of the statement that tells of the meeting.</summary>
    Speaker,

    /// <summary>As the state in which a place of the sentence lies.</summary>
    Place,

    /// <summary>In the sentence before.</summary>
    Before,

    /// <summary>By the patterns alone.</summary>
    Pattern,
}
