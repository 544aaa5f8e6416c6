using System.Net;
using System.Net.Sockets;

namespace Readout.Sources.Fetching;

/// <summary>
/// Opens connections to public addresses only. The name is resolved here and the checked address itself is connected to, so that no second
/// resolution can lead elsewhere.
/// </summary>
internal sealed class GuardedConnector(FetchOptions options, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="AddressRefusedException">Every address of the name is refused.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        DnsEndPoint target = context.DnsEndPoint;
        string host = target.Host.Trim('[', ']');
        IPAddress[] addresses = IPAddress.TryParse(host, out IPAddress? literal) ? [literal] : await resolve(host, cancellation);
        bool isAllowed = options.AllowedHosts.Contains(host) || options.AllowedHosts.Contains($"{host}:{target.Port}");
        IPAddress[] open = isAllowed ? addresses : [.. addresses.Where(NetworkAddresses.IsPublic)];
        if (open.Length == 0)
        {
            throw addresses.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new AddressRefusedException(host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, target.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
