using System.Text.Json.Serialization;

namespace Readout.Store.Queries;

/// <summary>Order of facts.</summary>
public enum FactOrder
{
    /// <summary>Latest day first; facts without a day last.</summary>
    [JsonStringEnumMemberName("newest")]
    Newest,

    /// <summary>Earliest day first; facts without a day first.</summary>
    [JsonStringEnumMemberName("oldest")]
    Oldest,

    /// <summary>Best match first (BM25) among the <see cref="FactQuery.MostRanked"/> added last; latest first where no words are searched.</summary>
    [JsonStringEnumMemberName("relevance")]
    Relevance,
}
