using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace Marsad.App.Imports;

/// <summary>How far a fetch goes before it gives up.</summary>
internal sealed record FetchLimits
{
    /// <summary>The largest file, in bytes.</summary>
    public long MostBytes { get; init; } = 2L << 30;

    /// <summary>The longest one try may take.</summary>
    public TimeSpan Try { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a server may be silent.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a failed try is repeated.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The wait before the first repetition; each later one is about twice as long.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    public int Redirects { get; init; } = 5;

    /// <summary>Allows loopback and private addresses: for a mirror inside the house, and for tests.</summary>
    public bool MayBePrivate { get; init; }
}

/// <summary>A fetched file; null <see cref="Path"/> when the publisher says it has not changed.</summary>
internal sealed record Fetched(string? Path, Validators Validators);

/// <summary>Fetches files over HTTP: conditional, repeated on failure, limited in size, time and redirects, whole or not at all.</summary>
internal sealed class ListFetch : IDisposable
{
    private readonly FetchLimits _limits;
    private readonly HttpClient _http;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public ListFetch(FetchLimits limits)
    {
        _limits = limits;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = limits.Silence,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            UseCookies = false,
            ConnectCallback = limits.MayBePrivate ? null : PublicAddresses.Connect,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Marsad/" + typeof(ListFetch).Assembly.GetName().Version);
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = Math.Max(1, limits.Retries),
                Delay = limits.Delay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldRetryAfterHeader = true,
                ShouldHandle = attempt => ValueTask.FromResult(limits.Retries > 0 && HttpClientResiliencePredicates.IsTransient(attempt.Outcome)),
            })
            .AddTimeout(limits.Try)
            .Build();
    }

    /// <summary>Fetches one file into a path.</summary>
    /// <param name="address">The publisher's address.</param>
    /// <param name="known">What the publisher said about the file last time; null fetches it whatever was said.</param>
    /// <param name="path">Where the file goes.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="HttpRequestException">It could not be fetched whole, after all repetitions.</exception>
    public async Task<Fetched> Fetch(Uri address, Validators? known, string path, CancellationToken cancel)
    {
        Fetched? fetched = null;
        try
        {
            using var response = await _pipeline.ExecuteAsync(
                async token =>
                {
                    var answer = await Ask(address, known, token);
                    fetched = answer.StatusCode == HttpStatusCode.NotModified && known is not null ? new Fetched(null, known)
                        : answer.StatusCode == HttpStatusCode.OK ? await Download(answer, path, token)
                        : null;
                    return answer;
                },
                cancel);
            return fetched ?? throw new HttpRequestException($"{address} answered {(int)response.StatusCode} {response.ReasonPhrase}");
        }
        catch (TimeoutRejectedException error)
        {
            throw new HttpRequestException($"{address} took longer than {_limits.Try.TotalSeconds:0} s", error);
        }
        catch (InvalidOperationException error)
        {
            throw new HttpRequestException(error.Message, error);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Follows redirects by hand: few, never from https to http, and each connection is checked anew.</summary>
    private async Task<HttpResponseMessage> Ask(Uri address, Validators? known, CancellationToken cancel)
    {
        var target = address;
        for (var hop = 0; hop <= _limits.Redirects; hop++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, target);
            if (known?.ETag is { } tag && EntityTagHeaderValue.TryParse(tag, out var parsed))
                request.Headers.IfNoneMatch.Add(parsed);
            request.Headers.IfModifiedSince = known?.LastModified;
            var answer = await Silenced(token => _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token), target, cancel);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } location)
                return answer;
            answer.Dispose();
            var next = new Uri(target, location);
            if (next.Scheme != Uri.UriSchemeHttps && (next.Scheme != Uri.UriSchemeHttp || target.Scheme == Uri.UriSchemeHttps))
                throw new InvalidOperationException($"{target} redirects to {next}: only https may follow https");
            target = next;
        }
        throw new InvalidOperationException($"{address} redirects more than {_limits.Redirects} times");
    }

    private async Task<Fetched> Download(HttpResponseMessage answer, string path, CancellationToken cancel)
    {
        var address = answer.RequestMessage!.RequestUri!;
        if (answer.Content.Headers.ContentLength > _limits.MostBytes)
            throw new InvalidOperationException($"{address} is {answer.Content.Headers.ContentLength} bytes long, {_limits.MostBytes} are allowed");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var content = await answer.Content.ReadAsStreamAsync(cancel);
        await using (var file = new FileStream(path, FileMode.Create, FileAccess.Write))
        {
            var buffer = new byte[1 << 16];
            long size = 0;
            while (await Silenced(async token => await content.ReadAsync(buffer, token), address, cancel) is var read and > 0)
            {
                if ((size += read) > _limits.MostBytes)
                    throw new InvalidOperationException($"{address} is longer than the {_limits.MostBytes} bytes that are allowed");
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
        }
        var digest = hash.GetHashAndReset();
        CheckDigest(answer, digest);
        return new Fetched(path, new Validators(answer.Headers.ETag?.ToString(), answer.Content.Headers.LastModified, Convert.ToHexStringLower(digest)));
    }

    /// <summary>A checksum that the server sends (RFC 9530) must be the file's own.</summary>
    private static void CheckDigest(HttpResponseMessage answer, byte[] digest)
    {
        foreach (var name in new[] { "Content-Digest", "Repr-Digest" })
        {
            if (!answer.Headers.TryGetValues(name, out var values) && !answer.Content.Headers.TryGetValues(name, out values))
                continue;
            var stated = values.SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries)).FirstOrDefault(v => v.StartsWith("sha-256=:", StringComparison.OrdinalIgnoreCase));
            if (stated is not null && stated["sha-256=:".Length..].TrimEnd(':') != Convert.ToBase64String(digest))
                throw new HttpRequestException($"{answer.RequestMessage!.RequestUri} arrived damaged: its SHA-256 is not the one the server states");
        }
    }

    /// <summary>Waits for one step of the network, and no longer than a server may be silent. A cut answer is worth another try.</summary>
    private async Task<T> Silenced<T>(Func<CancellationToken, Task<T>> step, Uri address, CancellationToken cancel)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        silence.CancelAfter(_limits.Silence);
        try
        {
            return await step(silence.Token);
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new HttpRequestException($"{address} was silent for {_limits.Silence.TotalSeconds:0.#} s", error);
        }
        catch (IOException error)
        {
            throw new HttpRequestException($"{address} ended before its end: {error.Message}", error);
        }
        catch (HttpRequestException error) when (error.InnerException is RefusedAddressException refused)
        {
            // Not worth another try: the answer will be the same.
            throw new InvalidOperationException(refused.Message, error);
        }
    }
}
