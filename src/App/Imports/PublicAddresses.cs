using System.Net;
using System.Net.Sockets;

namespace Marsad.App.Imports;

/// <summary>Which network addresses a list may be fetched from: those of the public internet.</summary>
/// <remarks>
/// Checked when a connection is made and not when a name is looked up, so that a name which answers differently the second time gains
/// nothing; redirects pass here too.
/// </remarks>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !NotPublic.Any(n => n.BaseAddress.AddressFamily == plain.AddressFamily && n.Contains(plain));
    }

    /// <summary>Connects to the first public address of a host that answers. A proxy that the machine is set to use may be private.</summary>
    /// <exception cref="RefusedAddressException">The host has no public address.</exception>
    public static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await Dns.GetHostAddressesAsync(host, cancel);
        var allowed = IsProxy(context) ? addresses : [.. addresses.Where(IsPublic)];
        if (allowed.Length == 0)
            throw new RefusedAddressException($"{host} is {string.Join(", ", addresses.AsEnumerable())}: loopback, private and reserved addresses are not fetched from");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsProxy(SocketsHttpConnectionContext context) =>
        context.InitialRequestMessage.RequestUri is { } address
        && !HttpClient.DefaultProxy.IsBypassed(address)
        && HttpClient.DefaultProxy.GetProxy(address) is { } proxy
        && proxy.Host == context.DnsEndPoint.Host && proxy.Port == context.DnsEndPoint.Port;
}

/// <summary>An address that Marsad does not connect to.</summary>
internal sealed class RefusedAddressException(string message) : Exception(message);
