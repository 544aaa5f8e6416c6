using System.Net;
using System.Net.Mail;
using System.Text;
using Readout.Store.Subscriptions;

namespace Readout.Server.Delivering;

/// <summary>Messages as e-mail through one SMTP server, over TLS unless the settings say otherwise.</summary>
internal sealed class MailSender(ServerOptions options, MessageWriter writer) : IMessageSender
{
    public DestinationKind Kind => DestinationKind.Email;

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        if (options.Mail is not { } settings)
        {
            return new SendResult(SendOutcome.Failed, "this server was started without a mail server; start it with --smtp HOST");
        }

        MessageText text = writer.Write(message);
        try
        {
            using MailMessage mail = Mail(settings, message, text);
            using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.UsesTls, DeliveryMethod = SmtpDeliveryMethod.Network };
            if (settings.User is not null)
            {
                client.Credentials = new NetworkCredential(settings.User, settings.Password);
            }

            await client.SendMailAsync(mail, cancellation);
            return new SendResult(SendOutcome.Taken);
        }
        catch (SmtpFailedRecipientException refused) when ((int)refused.StatusCode is >= 550 and < 555)
        {
            return new SendResult(SendOutcome.Refused, $"the mail server does not take mail for this address: {refused.Message}");
        }
        catch (SmtpException failed)
        {
            return new SendResult(SendOutcome.Failed, $"the mail server {settings.Host} did not take it: {(failed.InnerException ?? failed).Message}");
        }
    }

    private static MailMessage Mail(MailSettings settings, OutgoingMessage message, MessageText text)
    {
        var mail = new MailMessage(new MailAddress(settings.From, "Readout"), new MailAddress(message.Delivery.Destination.Address))
        {
            Subject = text.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = text.Body,
            BodyEncoding = Encoding.UTF8,
            IsBodyHtml = false,
        };

        // Each try of a message carries the same id, by which mail programs drop what they have; nobody's holiday note answers a machine.
        mail.Headers.Add("Message-ID", $"<{message.Delivery.MessageId}@{mail.From!.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }
}
