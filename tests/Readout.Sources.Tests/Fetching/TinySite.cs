using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Readout.Sources.Tests.Fetching;

/// <summary>A web site on this machine that answers as each test says, down to single bytes.</summary>
internal sealed class TinySite : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<TinyRequest, TinyAnswer> _answer;

    public TinySite(Func<TinyRequest, TinyAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = AcceptAsync();
    }

    public ConcurrentQueue<TinyRequest> Requests { get; } = new();

    public string Host => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public Uri At(string path) => new($"http://{Host}{path}");

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                NetworkStream stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, false, 1024, leaveOpen: true);
                string first = await reader.ReadLineAsync(_stop.Token) ?? "";
                var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
                {
                    string[] cells = line.Split(':', 2);
                    headers[cells[0]] = cells[1].Trim();
                }

                var request = new TinyRequest(first.Split(' ').ElementAtOrDefault(1) ?? "/", headers);
                Requests.Enqueue(request);
                TinyAnswer answer = _answer(request);
                await stream.WriteAsync(answer.Bytes, _stop.Token);
                if (answer.Hangs)
                {
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client went away, or the test ended.
        }
    }
}
