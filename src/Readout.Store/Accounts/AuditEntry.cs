namespace Readout.Store.Accounts;

/// <summary>Who did what, when, and from where.</summary>
/// <param name="Id">Number; later entries have greater ones.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Name of the account; empty for the machine's own user.</param>
/// <param name="Action">What was done, such as <c>sign in</c> or <c>POST</c>.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Address">Network address that the request came from; null for the command line.</param>
public sealed record AuditEntry(long Id, DateTimeOffset At, string Actor, string Action, string Subject, string? Address);
