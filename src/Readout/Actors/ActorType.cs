using System.Text.Json.Serialization;

namespace Readout.Actors;

/// <summary>Kind of actor, as in the record.</summary>
public enum ActorType
{
    /// <summary>A source that is described, not named ("a senior official").</summary>
    [JsonStringEnumMemberName("unnamed")]
    Unnamed,

    /// <summary>A named person.</summary>
    [JsonStringEnumMemberName("person")]
    Person,

    /// <summary>A state, or its government under the state's name or metonym.</summary>
    [JsonStringEnumMemberName("state")]
    State,

    /// <summary>A named organisation.</summary>
    [JsonStringEnumMemberName("organization")]
    Organization,

    /// <summary>A group without a fixed membership ("both leaders", "the opposition").</summary>
    [JsonStringEnumMemberName("group")]
    Group,

    /// <summary>A document that speaks: a communique, a report, a law.</summary>
    [JsonStringEnumMemberName("document")]
    Document,
}
