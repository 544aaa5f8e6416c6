namespace Readout.Time;

/// <summary>Whether the clause around an expression speaks of the past or of the future.</summary>
internal enum TimeDirection : sbyte
{
    /// <summary>Before the report.</summary>
    Past = -1,

    /// <summary>Not told.</summary>
    Unknown = 0,

    /// <summary>After the report.</summary>
    Future = 1,
}
