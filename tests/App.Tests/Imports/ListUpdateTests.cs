using System.Net;
using System.Security.Cryptography;
using System.Text;
using Marsad.App.Imports;
using Marsad.App.Terminal;

namespace Marsad.App.Tests.Imports;

/// <summary>Updates against a real server that fails, stalls, cuts, redirects and lies.</summary>
public class ListUpdateTests
{
    private static readonly string People20 = Demo.Text(Demo.File(Demo.People(20)));
    private static readonly FetchLimits Limits = new()
    {
        MayBePrivate = true,
        Silence = TimeSpan.FromSeconds(20),
        Delay = TimeSpan.FromMilliseconds(5),
        Retries = 2,
    };

    [Fact]
    public async Task A_list_is_fetched_imported_and_next_time_asked_for_only_if_it_changed()
    {
        using var demo = new Demo();
        using var publisher = new Publisher((_, n) => n == 1
            ? Publisher.Ok(People20, "ETag: \"v1\"\r\nLast-Modified: Thu, 01 Jan 2026 00:00:00 GMT\r\n")
            : Publisher.Status("304 Not Modified"));
        var first = await Update(demo, publisher);
        Assert.Equal(ImportOutcome.Published, first!.Outcome);
        Assert.Equal(publisher.Address().ToString(), demo.Store.Current("demo")!.Manifest.FetchedFrom);

        Assert.Null(await Update(demo, publisher));
        Assert.Contains("If-None-Match: \"v1\"", publisher.Requests.Last(), StringComparison.Ordinal);
        Assert.Contains("If-Modified-Since: Thu, 01 Jan 2026", publisher.Requests.Last(), StringComparison.Ordinal);
        // Old content that the publisher confirms is not old.
        Assert.Equal(0, demo.Store.Open(lists: ["demo"])[0].AgeDays(new DateOnly(2026, 3, 2)));
    }

    [Fact]
    public async Task A_version_that_was_disabled_is_fetched_again()
    {
        using var demo = new Demo();
        using var publisher = new Publisher((_, _) => Publisher.Ok(People20, "ETag: \"v1\"\r\n"));
        await Update(demo, publisher);
        demo.Store.Disable("demo", "2026-01-01", isDisabled: true);
        await Update(demo, publisher);
        Assert.DoesNotContain("If-None-Match", publisher.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_fails_twice_is_asked_a_third_time()
    {
        using var demo = new Demo();
        using var publisher = new Publisher((_, n) => n switch { 1 => Publisher.Status("503 Service Unavailable"), 2 => "", _ => Publisher.Ok(People20) });
        Assert.Equal(ImportOutcome.Published, (await Update(demo, publisher))!.Outcome);
        Assert.Equal(3, publisher.Requests.Count);
    }

    [Fact]
    public async Task A_file_that_was_cut_on_the_way_is_fetched_again()
    {
        using var demo = new Demo();
        var cut = $"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.UTF8.GetByteCount(People20)}\r\nConnection: close\r\n\r\n{People20[..200]}";
        using var publisher = new Publisher((_, n) => n == 1 ? cut : Publisher.Ok(People20));
        Assert.Equal(ImportOutcome.Published, (await Update(demo, publisher))!.Outcome);
        Assert.Equal(2, publisher.Requests.Count);
    }

    [Theory]
    [InlineData("503 Service Unavailable", 3, "answered 503")]
    [InlineData("404 Not Found", 1, "answered 404")]
    [InlineData("403 Forbidden", 1, "answered 403")]
    public async Task A_server_that_keeps_failing_leaves_the_last_good_version_and_a_last_error(string status, int requests, string expected)
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(20)));
        using var publisher = new Publisher((_, _) => Publisher.Status(status));
        Assert.Contains(expected, await Failure(demo, publisher), StringComparison.Ordinal);
        Assert.Equal(requests, publisher.Requests.Count);
        Assert.Equal("demo@2026-01-01", demo.Store.Current("demo")!.Reference);
        Assert.Contains(expected, UpdateRecord.Of(demo.Store, "demo").LastError, StringComparison.Ordinal);
        Assert.Contains(expected[..8], (await Ran.With(demo.Data, ["lists", "--json"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_success_clears_the_last_error()
    {
        using var demo = new Demo();
        using var publisher = new Publisher((_, n) => n == 1 ? Publisher.Status("404 Not Found") : Publisher.Ok(People20));
        await Failure(demo, publisher);
        await Update(demo, publisher);
        Assert.Null(UpdateRecord.Of(demo.Store, "demo").LastError);
    }

    [Theory]
    [InlineData("…")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nbegun…")]
    public async Task A_server_that_falls_silent_is_given_up(string answer)
    {
        using var demo = new Demo();
        using var publisher = new Publisher((_, _) => answer);
        var error = await Failure(demo, publisher, Limits with { Silence = TimeSpan.FromMilliseconds(200), Retries = 1 });
        Assert.Contains("was silent", error, StringComparison.Ordinal);
        Assert.Equal(2, publisher.Requests.Count);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_not_taken_whether_the_server_tells_its_length_or_not()
    {
        using var demo = new Demo();
        var limits = Limits with { MostBytes = 500 };
        using var honest = new Publisher((_, _) => Publisher.Ok(People20));
        Assert.Contains("500 are allowed", await Failure(demo, honest, limits), StringComparison.Ordinal);
        using var endless = new Publisher((_, _) => "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + People20);
        Assert.Contains("longer than the 500 bytes", await Failure(demo, endless, limits), StringComparison.Ordinal);
        Assert.Single(endless.Requests);
    }

    [Fact]
    public async Task Redirects_are_followed_and_a_circle_is_not()
    {
        using var demo = new Demo();
        using var moved = new Publisher((request, _) => request.StartsWith("GET /new ", StringComparison.Ordinal)
            ? Publisher.Ok(People20)
            : Publisher.Status("302 Found", "Location: /new\r\n"));
        Assert.Equal(ImportOutcome.Published, (await Update(demo, moved))!.Outcome);
        using var circle = new Publisher((_, _) => Publisher.Status("301 Moved", "Location: /list\r\n"));
        Assert.Contains("redirects more than 5 times", await Failure(demo, circle), StringComparison.Ordinal);
        using var elsewhere = new Publisher((_, _) => Publisher.Status("302 Found", "Location: file:///etc/passwd\r\n"));
        Assert.Contains("only https may follow", await Failure(demo, elsewhere), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_address_is_refused_and_not_even_asked()
    {
        using var demo = new Demo();
        using var publisher = new Publisher((_, _) => Publisher.Ok(People20));
        Assert.Contains("loopback, private and reserved addresses are not fetched from",
            await Failure(demo, publisher, Limits with { MayBePrivate = false }), StringComparison.Ordinal);
        Assert.Empty(publisher.Requests);
    }

    [Fact]
    public async Task A_checksum_that_the_server_states_must_be_the_files()
    {
        using var demo = new Demo();
        var right = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(People20)));
        using var honest = new Publisher((_, _) => Publisher.Ok(People20, $"Repr-Digest: sha-256=:{right}:\r\n"));
        Assert.Equal(ImportOutcome.Published, (await Update(demo, honest))!.Outcome);
        using var damaged = new Publisher((_, _) => Publisher.Ok(People20 + "\n", $"Repr-Digest: sha-256=:{right}:\r\n"));
        Assert.Contains("arrived damaged", await Failure(demo, damaged), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_says_sorry_instead_of_the_list_is_refused()
    {
        using var demo = new Demo();
        demo.Import(Demo.File(Demo.People(20)));
        using var publisher = new Publisher((_, _) => Publisher.Ok("<html>We are sorry</html>", "ETag: \"sorry\"\r\n"));
        Assert.Equal(ImportOutcome.Refused, (await Update(demo, publisher))!.Outcome);
        Assert.Contains("broken file", UpdateRecord.Of(demo.Store, "demo").LastError, StringComparison.Ordinal);
        await Update(demo, publisher);
        Assert.DoesNotContain("If-None-Match", publisher.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_one_file_of_a_set_changed_all_are_taken()
    {
        using var demo = new Demo();
        var second = Demo.Text(Demo.File(Demo.People(30).Skip(20)));
        using var publisher = new Publisher((request, n) => request switch
        {
            _ when n > 2 && request.StartsWith("GET /b", StringComparison.Ordinal) => Publisher.Ok(Demo.Text(Demo.File(Demo.People(32).Skip(20))), "ETag: \"b2\"\r\n"),
            _ when n > 2 && request.Contains("If-None-Match", StringComparison.Ordinal) => Publisher.Status("304 Not Modified"),
            _ when request.StartsWith("GET /a", StringComparison.Ordinal) => Publisher.Ok(People20, "ETag: \"a1\"\r\n"),
            _ => Publisher.Ok(second, "ETag: \"b1\"\r\n"),
        });
        var card = Card(publisher) with { Files = [new() { Name = "a", Address = publisher.Address("/a") }, new() { Name = "b", Address = publisher.Address("/b") }] };
        await new ListUpdate(demo.Store, demo.Now, Limits).Run(card, null, null, TestContext.Current.CancellationToken);
        Assert.Equal(30, demo.Store.Current("demo")!.Manifest.Counts.Entries);
        await new ListUpdate(demo.Store, demo.Now, Limits).Run(card, null, null, TestContext.Current.CancellationToken);
        Assert.Equal(32, demo.Store.Current("demo")!.Manifest.Counts.Entries);
        Assert.Equal(5, publisher.Requests.Count);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2a00:1450:4001:830::200e", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    public void Only_addresses_of_the_public_internet_are_public(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddresses.IsPublic(IPAddress.Parse(address)));

    private static SourceCard Card(Publisher publisher) =>
        new() { Id = "demo", Format = "nk", Files = [new() { Name = "demo.ndjson", Address = publisher.Address() }] };

    private static Task<ImportResult?> Update(Demo demo, Publisher publisher) =>
        new ListUpdate(demo.Store, demo.Now, Limits).Run(Card(publisher), null, null, TestContext.Current.CancellationToken);

    private static async Task<string> Failure(Demo demo, Publisher publisher, FetchLimits? limits = null) =>
        (await Assert.ThrowsAsync<HttpRequestException>(() =>
            new ListUpdate(demo.Store, demo.Now, limits ?? Limits).Run(Card(publisher), null, null, TestContext.Current.CancellationToken))).Message;
}
