using System.CommandLine;
using System.Globalization;
using System.Net.Mail;
using Readout.Server;
using Readout.Server.Delivering;

namespace Readout.Cli.Running;

/// <summary>The options of <c>serve</c> that say how messages leave: the mail server, and which private hosts webhooks may reach.</summary>
internal sealed class MessageOptions
{
    private const string PasswordVariable = "READOUT_SMTP_PASSWORD";

    private readonly Option<string?> _smtp = new("--smtp") { Description = "The server that takes outgoing e-mail, by STARTTLS; its port is 587 unless given.", HelpName = "HOST[:PORT]" };
    private readonly Option<string?> _from = new("--mail-from") { Description = "The address that e-mail comes from.", HelpName = "ADDRESS" };
    private readonly Option<string?> _user = new("--smtp-user") { Description = $"User name for the mail server; the password is read from {PasswordVariable}.", HelpName = "NAME" };
    private readonly Option<bool> _clear = new("--smtp-clear") { Description = "Send without TLS, to a mail server on this machine." };
    private readonly Option<string[]> _webhookHosts = new("--allow-webhook") { Description = "A host, or host:port, in a private network that webhooks may be sent to.", HelpName = "HOST" };
    private readonly Option<string?> _publicUrl = new("--public-url") { Description = "The address by which readers reach this server where a proxy stands before it.", HelpName = "URL" };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_publicUrl, _smtp, _from, _user, _clear, _webhookHosts])
        {
            command.Add(option);
        }
    }

    /// <summary>Private hosts that webhooks may reach.</summary>
    public IReadOnlySet<string> WebhookHosts(ParseResult parse) => (parse.GetValue(_webhookHosts) ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The options with a mail server and a public address where they were given.</summary>
    /// <exception cref="ArgumentException">One of them is wrong; the message says how.</exception>
    public ServerOptions Apply(ParseResult parse, ServerOptions options) => options with { Mail = Mail(parse), PublicUrl = PublicUrl(parse.GetValue(_publicUrl)) };

    private MailSettings? Mail(ParseResult parse)
    {
        if (parse.GetValue(_smtp) is not { } smtp)
        {
            return null;
        }

        if (!Uri.TryCreate("smtp://" + smtp, UriKind.Absolute, out Uri? server) || server.Host.Length == 0 || server.AbsolutePath is not ("/" or ""))
        {
            throw new ArgumentException($"--smtp {smtp} is no mail server; write one such as mail.example.org or mail.example.org:25");
        }

        if (!MailAddress.TryCreate(parse.GetValue(_from), out MailAddress? from))
        {
            throw new ArgumentException("--smtp needs --mail-from with the address that messages come from, such as --mail-from readout@example.org");
        }

        bool clear = parse.GetValue(_clear);
        return clear && !server.IsLoopback
            ? throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"--smtp-clear sends what people follow unencrypted, and {server.Host} is not this machine; leave it out"))
            : new MailSettings
            {
                Host = server.Host,
                Port = server.Port < 0 ? new MailSettings { Host = "", From = "" }.Port : server.Port,
                From = from.Address,
                User = parse.GetValue(_user),
                Password = Environment.GetEnvironmentVariable(PasswordVariable),
                UsesTls = !clear,
            };
    }

    private static Uri? PublicUrl(string? typed)
    {
        if (typed is null)
        {
            return null;
        }

        return Uri.TryCreate(typed, UriKind.Absolute, out Uri? url) && url.Scheme is "https" or "http" && url.AbsolutePath == "/"
            ? url
            : throw new ArgumentException($"--public-url {typed} is no address; write one such as https://readout.example.org");
    }
}
