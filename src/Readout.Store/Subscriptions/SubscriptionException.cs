namespace Readout.Store.Subscriptions;

/// <summary>Something cannot be followed or sent to as asked; the message says why and what to do.</summary>
public sealed class SubscriptionException(string message) : Exception(message);
