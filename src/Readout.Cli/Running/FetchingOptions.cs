using System.CommandLine;
using Readout.Sources.Fetching;

namespace Readout.Cli.Running;

/// <summary>The options of every command that fetches.</summary>
internal sealed class FetchingOptions
{
    public Option<string> UserAgent { get; } = new("--user-agent")
    {
        Description = "How Readout names itself to servers; add an address where you can be reached.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("READOUT_USER_AGENT") is { Length: > 0 } named ? named : new FetchOptions().UserAgent,
    };

    public Option<string[]> AllowHost { get; } = new("--allow-host") { Description = "A host, or host:port, in a private network that may be fetched from." };

    public void AddTo(Command command)
    {
        command.Add(UserAgent);
        command.Add(AllowHost);
    }

    public FetchOptions Of(ParseResult parse) => new()
    {
        UserAgent = parse.GetRequiredValue(UserAgent),
        AllowedHosts = (parse.GetValue(AllowHost) ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase),
    };
}
