using System.Text.Json.Serialization;

namespace Readout.Attribution;

/// <summary>What a statement does (docs/guidelines/kinds.md). One a statement, the most specific.</summary>
public enum StatementKind
{
    /// <summary>Says that something is so; all that is none of the others.</summary>
    [JsonStringEnumMemberName("assertion")]
    Assertion,

    /// <summary>Makes known an act or decision of the own side.</summary>
    [JsonStringEnumMemberName("announcement")]
    Announcement,

    /// <summary>Commits the own side to a future act.</summary>
    [JsonStringEnumMemberName("promise")]
    Promise,

    /// <summary>Offers a joint act.</summary>
    [JsonStringEnumMemberName("proposal")]
    Proposal,

    /// <summary>Asks, urges or demands that another act.</summary>
    [JsonStringEnumMemberName("request")]
    Request,

    /// <summary>Announces harm to another under a condition or without.</summary>
    [JsonStringEnumMemberName("threat")]
    Threat,

    /// <summary>Says that another did wrong.</summary>
    [JsonStringEnumMemberName("accusation")]
    Accusation,

    /// <summary>Says that something is not or will not be so.</summary>
    [JsonStringEnumMemberName("denial")]
    Denial,

    /// <summary>Refuses.</summary>
    [JsonStringEnumMemberName("rejection")]
    Rejection,

    /// <summary>Praises, welcomes, backs.</summary>
    [JsonStringEnumMemberName("support")]
    Support,

    /// <summary>Hopes or forecasts.</summary>
    [JsonStringEnumMemberName("expectation")]
    Expectation,
}
