using System.Text.Json.Serialization;

namespace Readout.Store.Corrections;

/// <summary>What a person puts right.</summary>
public enum CorrectionField
{
    /// <summary>Who said it: the value is a name or an actor's key.</summary>
    [JsonStringEnumMemberName("speaker")]
    Speaker,

    /// <summary>Kind of a statement or commitment: the value is the record's name of it.</summary>
    [JsonStringEnumMemberName("kind")]
    Kind,

    /// <summary>Which words: the value is <c>start-end</c> in code points of the report's text, several parted by commas.</summary>
    [JsonStringEnumMemberName("span")]
    Span,

    /// <summary>When: the value is an EDTF day, month, year or interval, or <c>none</c>.</summary>
    [JsonStringEnumMemberName("time")]
    Time,

    /// <summary>Whether it is a fact: the value is <c>accepted</c> or <c>rejected</c>.</summary>
    [JsonStringEnumMemberName("verdict")]
    Verdict,

    /// <summary>It is the same utterance or meeting as another: the value is the other fact's id.</summary>
    [JsonStringEnumMemberName("same")]
    Same,

    /// <summary>It is an utterance or meeting of its own, whatever it was joined with: no value.</summary>
    [JsonStringEnumMemberName("apart")]
    Apart,

    /// <summary>An actor is really another, in all reports: what is corrected is the actor's key, the value the other's.</summary>
    [JsonStringEnumMemberName("actors")]
    Actors,

    /// <summary>In one report an actor is somebody else of the same name: what is corrected is the key, the value a name or another's key.</summary>
    [JsonStringEnumMemberName("actor-here")]
    ActorHere,

    /// <summary>Who met: the value is names or actors' keys, parted by semicolons.</summary>
    [JsonStringEnumMemberName("participants")]
    Participants,

    /// <summary>Where a meeting was held: the value is a name, or <c>none</c>.</summary>
    [JsonStringEnumMemberName("place")]
    Place,

    /// <summary>State of a meeting or commitment: the value is the record's name of it.</summary>
    [JsonStringEnumMemberName("status")]
    Status,

    /// <summary>Who is bound: the value is names or actors' keys, parted by semicolons.</summary>
    [JsonStringEnumMemberName("parties")]
    Parties,

    /// <summary>Period of a commitment: the value is an interval whose ends may be open (<c>2024/2026</c>, <c>2024/..</c>), or <c>none</c>.</summary>
    [JsonStringEnumMemberName("period")]
    Period,

    /// <summary>By when: the value is a day, month or year, or <c>none</c>.</summary>
    [JsonStringEnumMemberName("due")]
    Due,

    /// <summary>Sum or quantity: the value is a number and a unit (<c>48000000 USD</c>), or <c>none</c>.</summary>
    [JsonStringEnumMemberName("amount")]
    Amount,

    /// <summary>
    /// A fact that was missed: what is corrected is the short name of a report, the value a type and the words in the report or their
    /// span (<c>meeting 120-164</c>).
    /// </summary>
    [JsonStringEnumMemberName("added")]
    Added,
}
