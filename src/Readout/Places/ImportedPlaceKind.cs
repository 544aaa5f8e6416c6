namespace Readout.Places;

/// <summary>What a place of a public dump is.</summary>
public enum ImportedPlaceKind
{
    /// <summary>A settlement.</summary>
    City,

    /// <summary>A province, a county, or a land without borders of its own.</summary>
    Region,

    /// <summary>A building or site.</summary>
    Building,
}
