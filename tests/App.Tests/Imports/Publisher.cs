using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Marsad.App.Tests.Imports;

/// <summary>A real HTTP server on the loopback address that behaves as badly as it is told, byte by byte.</summary>
internal sealed class Publisher : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, int, string> _answer;
    private readonly CancellationTokenSource _stop = new();

    /// <param name="answer">The whole answer for a request: its text, and the how many-th it is, from 1. Empty closes the
    /// connection; an answer that ends with "…" is followed by silence.</param>
    public Publisher(Func<string, int, string> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = Serve();
    }

    public ConcurrentQueue<string> Requests { get; } = [];

    public Uri Address(string path = "/list") => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{path}");

    public static string Ok(string body, string headers = "") =>
        $"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}Connection: close\r\n\r\n{body}";

    public static string Status(string status, string headers = "") => $"HTTP/1.1 {status}\r\nContent-Length: 0\r\n{headers}Connection: close\r\n\r\n";

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
                _ = Answer(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Answer(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            var request = new StringBuilder();
            var buffer = new byte[4096];
            while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer) is var read and > 0)
                request.Append(Encoding.ASCII.GetString(buffer, 0, read));
            Requests.Enqueue(request.ToString());
            var answer = _answer(request.ToString(), Requests.Count);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer.TrimEnd('…')));
            if (answer.EndsWith('…'))
                await Task.Delay(Timeout.Infinite, _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
