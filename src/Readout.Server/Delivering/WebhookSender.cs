using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Subscriptions;

namespace Readout.Server.Delivering;

/// <summary>Messages as signed POSTs. An answer of 2xx takes the message, 410 ends the destination, any other is tried again.</summary>
internal sealed class WebhookSender(ServerOptions options, MessageWriter writer, Origin origin) : IMessageSender
{
    public DestinationKind Kind => DestinationKind.Webhook;

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        if (options.Post is not { } post)
        {
            return new SendResult(SendOutcome.Failed, "this server was started without webhooks");
        }

        Destination destination = message.Delivery.Destination;
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(Body(message), StoreJson.Options);
        IReadOnlyDictionary<string, string> headers = WebhookSignature.Headers(destination.Secret!, message.Delivery.MessageId, options.Clock.GetUtcNow(), body);
        PostAnswer answer = await post(new OutgoingPost(new Uri(destination.Address), headers, body), cancellation);
        return answer.Status switch
        {
            >= 200 and < 300 => new SendResult(SendOutcome.Taken),
            410 => new SendResult(SendOutcome.Gone, "the address is gone (status 410); nothing more is sent there"),
            { } status => new SendResult(SendOutcome.Failed, $"the address answered with status {status}"),
            null => new SendResult(SendOutcome.Failed, answer.Error ?? "no answer"),
        };
    }

    private JsonObject Body(OutgoingMessage message)
    {
        MessageText text = writer.Write(message);
        return new JsonObject
        {
            ["type"] = "readout.notices",
            ["timestamp"] = message.Delivery.MadeAt.UtcDateTime,
            ["data"] = new JsonObject
            {
                ["subject"] = text.Subject,
                ["notices"] = new JsonArray([.. message.Notices.Select(notice => (JsonNode)Item(notice))]),
                ["briefings"] = new JsonArray([.. text.Briefings.Select(markdown => (JsonNode)markdown)]),
            },
        };
    }

    private JsonObject Item(Notice notice) => new()
    {
        ["id"] = notice.Id,
        ["follows"] = notice.SubscriptionName,
        ["type"] = notice.Type,
        ["title"] = NoticeText.Title(notice),
        ["who"] = notice.Who,
        ["words"] = notice.Words,
        ["before"] = notice.Before,
        ["day"] = notice.Day,
        ["outlet"] = notice.Outlet,
        ["headline"] = notice.Headline,
        ["alsoIn"] = new JsonArray([.. notice.AlsoIn.Select(outlet => (JsonNode)outlet)]),
        ["fact"] = notice.Fact,
        ["url"] = origin.Url + notice.Path,
    };
}
