using Readout.Store.Subscriptions;

namespace Readout.Server.Delivering;

/// <summary>One way to reach people. Thread-safe.</summary>
internal interface IMessageSender
{
    /// <summary>The destinations that it serves.</summary>
    DestinationKind Kind { get; }

    /// <summary>Tries once. Failures are results; only cancellation is thrown.</summary>
    Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation);
}
