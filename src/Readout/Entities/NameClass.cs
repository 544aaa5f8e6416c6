namespace Readout.Entities;

/// <summary>Classes under which the gazetteer knows a name; a name may be in several.</summary>
[Flags]
internal enum NameClass : ushort
{
    None = 0,
    Country = 1,
    Region = 2,
    City = 4,
    Demonym = 8,
    Organization = 16,
    ArmedGroup = 32,
    Leader = 64,

    /// <summary>Set on the opening words of a longer entry.</summary>
    Prefix = 128,

    /// <summary>A well-known institution, medium, company or party whose name is hardly ever anything else.</summary>
    Institution = 256,

    Polity = Country | Region | City,
}
