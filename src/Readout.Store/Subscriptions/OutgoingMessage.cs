namespace Readout.Store.Subscriptions;

/// <summary>A message that was claimed for sending, with what it tells.</summary>
/// <param name="Delivery">The message; <see cref="Delivery.Attempts"/> counts this try.</param>
/// <param name="Notices">What it tells, by subscription and then in the order found.</param>
public sealed record OutgoingMessage(Delivery Delivery, IReadOnlyList<Notice> Notices);
