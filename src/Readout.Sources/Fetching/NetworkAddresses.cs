using System.Net;
using System.Net.Sockets;

namespace Readout.Sources.Fetching;

/// <summary>Tells public network addresses from those of private and special use (IANA special-purpose registries, RFC 6890).</summary>
public static class NetworkAddresses
{
    private static readonly IPNetwork[] Special =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        ]).Select(IPNetwork.Parse),
    ];

    /// <summary>Whether the address may be connected to; an IPv4 address inside an IPv6 one (mapped, compatible, NAT64, 6to4) is judged by itself.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            byte[] bytes = address.GetAddressBytes();
            if (Embedded(bytes) is { } inner && !IsPublic(inner))
            {
                return false;
            }

            // The zone of a scoped address would keep it from matching.
            address = new IPAddress(bytes);
        }

        foreach (IPNetwork network in Special)
        {
            if (network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address))
            {
                return false;
            }
        }

        return true;
    }

    private static IPAddress? Embedded(byte[] bytes)
    {
        ReadOnlySpan<byte> span = bytes;
        bool isNat64 = span.StartsWith((ReadOnlySpan<byte>)[0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) || span.StartsWith((ReadOnlySpan<byte>)[0x00, 0x64, 0xFF, 0x9B, 0, 1]);
        bool isCompatible = span[..12].IndexOfAnyExcept((byte)0) < 0 && span[12..].IndexOfAnyExcept((byte)0) >= 0;
        if (isNat64 || isCompatible)
        {
            return new IPAddress(span[12..]);
        }

        return span.StartsWith((ReadOnlySpan<byte>)[0x20, 0x02]) ? new IPAddress(span.Slice(2, 4)) : null;
    }
}
