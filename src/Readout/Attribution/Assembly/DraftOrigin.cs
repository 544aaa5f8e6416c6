namespace Readout.Attribution.Assembly;

/// <summary>What a draft statement rests on.</summary>
internal enum DraftOrigin : byte
{
    /// <summary>Source, cue and content found and linked by the model.</summary>
    Tagged,

    /// <summary>A quotation whose reporting verb and subject stand beside it.</summary>
    Beside,

    /// <summary>A clause that the parse shows under a reporting verb.</summary>
    Clause,

    /// <summary>The form of a headline: actor, verb in the present tense, and the rest.</summary>
    Headline,

    /// <summary>A turn of a printed interview.</summary>
    Turn,

    /// <summary>A quotation after a name and a colon.</summary>
    Colon,

    /// <summary>A quotation without a cue of its own next to sentences about one speaker.</summary>
    Context,

    /// <summary>A quotation in a paragraph of its own in an exchange of two speakers.</summary>
    Alternation,

    /// <summary>A quotation for which no speaker was found.</summary>
    Alone,
}
