namespace Readout.Store.Accounts;

/// <summary>An account cannot be made or changed as asked; the message says why and what to do.</summary>
public sealed class AccountException(string message) : Exception(message);
