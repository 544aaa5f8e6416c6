using Readout.Store.Queries;

namespace Readout.Server.Maps;

/// <summary>A place on the map. All lengths are degrees, see <see cref="Assets.WorldMap"/>.</summary>
/// <param name="Place">The place.</param>
/// <param name="X">Across, from 180° west.</param>
/// <param name="Y">Down, from the upper edge of the world.</param>
/// <param name="Radius">Of the circle; its area follows the number of meetings.</param>
public sealed record MeetingMark(MeetingPlace Place, double X, double Y, double Radius)
{
    /// <summary>Whether its name is written beside it.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Whether the name stands to the left of the circle.</summary>
    public bool IsNameLeft { get; init; }

    /// <summary>Height of the letters.</summary>
    public double NameSize { get; init; }
}
