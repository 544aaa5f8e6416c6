using Microsoft.Extensions.Logging;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Subscriptions;

namespace Readout.Server.Delivering;

/// <summary>One round of what the clock brings about: due dates, briefings, and the messages that are due. One round at a time.</summary>
internal sealed class DeliveryRound(IRecordStore store, IEnumerable<IMessageSender> senders, TimeProvider clock, ILogger<DeliveryRound> log)
{
    private const int MessagesAtOnce = 8;
    private const int SendersAtOnce = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly Dictionary<DestinationKind, IMessageSender> _senders = senders.ToDictionary(sender => sender.Kind);
    private DateOnly? _dueDatesOf;

    /// <summary>Whether a round has anything to do.</summary>
    public bool IsDue => _dueDatesOf != RevisionTag.Today(clock) || store.Notices.NextDue() <= clock.GetUtcNow();

    /// <summary>Does what is due; how many messages were tried.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        DateOnly today = RevisionTag.Today(clock);
        if (_dueDatesOf != today)
        {
            store.Notices.NoticeDueDates(today);
            _dueDatesOf = today;
        }

        store.Notices.NoticeBriefings();
        int tried = 0;
        while (store.Notices.Claim(MessagesAtOnce) is { Count: > 0 } messages)
        {
            await Parallel.ForEachAsync(messages, new ParallelOptions { MaxDegreeOfParallelism = SendersAtOnce }, async (message, _) => await SendAsync(message, cancellation));
            tried += messages.Count;
            cancellation.ThrowIfCancellationRequested();
        }

        return tried;
    }

    private async Task SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        SendResult result = await TryAsync(message, cancellation);
        Delivery delivery = message.Delivery;
        if (result.Outcome == SendOutcome.Taken)
        {
            store.Notices.Sent(delivery.Id);
            return;
        }

        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset? next = cancellation.IsCancellationRequested ? now
            : result.Outcome == SendOutcome.Failed && RetrySchedule.After(delivery.MessageId, delivery.Attempts) is { } wait ? DeliveryTimes.AfterQuiet(delivery.Destination, now + wait)
            : null;
        store.Notices.NotSent(delivery.Id, result.Error ?? "not taken", next, result.Outcome == SendOutcome.Gone);
        log.LogWarning("message {Message} to {Address} was not taken ({Attempts} tries): {Error}", delivery.MessageId, delivery.Destination.Address, delivery.Attempts, result.Error);
    }

    // Whatever goes wrong with one message, the others are sent.
    private async Task<SendResult> TryAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        try
        {
            return await _senders[message.Delivery.Destination.Kind].SendAsync(message, limit.Token);
        }
        catch (OperationCanceledException)
        {
            return new SendResult(SendOutcome.Failed, cancellation.IsCancellationRequested ? "the server was stopped while sending" : $"not done within {Longest.TotalSeconds} seconds");
        }
        catch (Exception failed)
        {
            log.LogError(failed, "message {Message} could not be sent", message.Delivery.MessageId);
            return new SendResult(SendOutcome.Failed, failed.Message);
        }
    }
}
