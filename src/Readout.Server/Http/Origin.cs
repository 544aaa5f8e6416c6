using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Readout.Server.Http;

/// <summary>Where readers find this server, for links in messages: its public address, else the first that it listens on.</summary>
internal sealed class Origin(ServerOptions options, IServer server)
{
    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Url => (options.PublicUrl?.AbsoluteUri ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? options.Urls[0]).TrimEnd('/');
}
