using Readout.Store.Facts;

namespace Readout.Server.Http;

/// <summary>Addresses of pages.</summary>
internal static class Links
{
    public static string Report(string key) => "/reports/" + key;

    public static string Actor(string key) => "/actors/" + string.Join('/', key.Split('/').Select(Uri.EscapeDataString));

    public static string Outlet(string name) => "/outlets/" + Uri.EscapeDataString(name);

    /// <summary>The page of a place; an unknown country is a hyphen.</summary>
    public static string Place(string? country, string name) => $"/places/{country ?? "-"}/{Uri.EscapeDataString(name)}";

    public static string Fact(Fact fact) => fact switch
    {
        MeetingFact => "/meetings/" + fact.Id,
        CommitmentFact => "/commitments/" + fact.Id,
        EventFact => "/events/" + fact.Id,
        _ => "/statements/" + fact.Id,
    };

    /// <summary>Where the fact stands in its report.</summary>
    public static string InReport(Fact fact) => Report(fact.Report.Key) + "#" + LocalId(fact.Id);

    /// <summary>The record's id (<c>s3</c>) in a fact's id (<c>8eb030292736-s3</c>).</summary>
    public static string LocalId(string factId) => factId[(factId.LastIndexOf('-') + 1)..];

    public static string Pair(string first, string second) => $"/pairs?a={Uri.EscapeDataString(first)}&b={Uri.EscapeDataString(second)}";
}
