namespace Readout.Coreference;

/// <summary>What pronouns may stand for a person.</summary>
internal enum Gender : byte
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>he.</summary>
    Male,

    /// <summary>she.</summary>
    Female,
}
