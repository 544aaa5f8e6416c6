namespace Readout.Places;

/// <summary>What kind of place a gazetteer entry is, the best-known kinds first.</summary>
internal enum PlaceKind : byte
{
    /// <summary>A state or territory.</summary>
    Country,

    /// <summary>A land within a state that the news treats as a place of its own.</summary>
    Part,

    /// <summary>A region of the earth, a sea, a mountain.</summary>
    Region,

    /// <summary>A city known without its country, capitals among them.</summary>
    ProminentCity,

    /// <summary>A province or federal state.</summary>
    Province,

    /// <summary>A building or square, often the name of who sits there.</summary>
    Building,

    /// <summary>Any other city.</summary>
    City,
}
