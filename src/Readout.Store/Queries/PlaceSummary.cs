namespace Readout.Store.Queries;

/// <summary>A place where meetings or events are reported.</summary>
/// <param name="Name">Usual English name.</param>
/// <param name="Country">ISO 3166-1 alpha-3; null where unknown.</param>
/// <param name="Latitude">Degrees north; null where unknown.</param>
/// <param name="Longitude">Degrees east; null where unknown.</param>
/// <param name="Meetings">Accounts of meetings there.</param>
/// <param name="Events">Accounts of events there.</param>
public sealed record PlaceSummary(string Name, string? Country, double? Latitude, double? Longitude, int Meetings, int Events)
{
    /// <summary>Country and name, such as <c>RUS/Saint Petersburg</c>; a hyphen stands for an unknown country.</summary>
    public string Key => (Country ?? "-") + "/" + Name;
}
