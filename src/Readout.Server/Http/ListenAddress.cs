using System.Net;

namespace Readout.Server.Http;

/// <summary>Addresses to listen on.</summary>
internal static class ListenAddress
{
    /// <summary>The address, where it is one.</summary>
    /// <exception cref="ArgumentException">It is none; the message says what one looks like.</exception>
    public static string Check(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttp && uri.AbsolutePath == "/"
            ? url
            : throw new ArgumentException($"'{url}' is no address to listen on; write one such as {ServerOptions.DefaultUrl}", nameof(url));

    /// <summary>True where only this machine reaches the address.</summary>
    public static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && (uri.IsLoopback || (IPAddress.TryParse(uri.DnsSafeHost, out IPAddress? address) && IPAddress.IsLoopback(address)));
}
