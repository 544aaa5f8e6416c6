namespace Readout.Store.Accounts;

/// <summary>A token by which a program acts for an account; the token itself is not kept.</summary>
/// <param name="Id">Number.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="UsedOn">Day (UTC) of its last use; null where it never was used.</param>
public sealed record ApiToken(long Id, string Name, DateTimeOffset MadeAt, string? UsedOn);
