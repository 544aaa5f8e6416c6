namespace Readout.Server.Delivering;

/// <summary>What became of one try.</summary>
internal enum SendOutcome
{
    /// <summary>The other end has the message.</summary>
    Taken,

    /// <summary>It may be taken later.</summary>
    Failed,

    /// <summary>It never will.</summary>
    Refused,

    /// <summary>Neither it nor any other will.</summary>
    Gone,
}
