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

    /// <summary>When: the value is an EDTF day, month, year or interval.</summary>
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
}
