using System.CommandLine;
using System.Net;
using Marsad.App.Accounts;
using Marsad.App.Terminal;

namespace Marsad.App;

/// <summary>The verb <c>serve</c>.</summary>
internal static class ServeCommands
{
    private const string FirstAdministrator = "admin";

    public static Command Create(Surroundings here)
    {
        var verb = new Verb(here, "serve", "The API, until Ctrl-C", "marsad serve --urls http://127.0.0.1:5080");
        var urls = new Option<string>("--urls") { Description = "Where to listen, separated by semicolons (default http://127.0.0.1:5080)", HelpName = "U" };
        var anonymous = new Option<bool>("--anonymous") { Description = "Programs on this machine may screen without a key; audited as anonymous" };
        var proxy = new Option<string>("--behind-proxy") { Description = "The network of the proxy that encrypts, such as 10.0.0.0/8", HelpName = "CIDR" };
        var certificate = new Option<string>("--certificate") { Description = "The certificate for https, in PEM", HelpName = "FILE" };
        var key = new Option<string>("--certificate-key") { Description = "Its key, when it is not in the same file", HelpName = "FILE" };
        foreach (var option in (Option[])[urls, anonymous, proxy, certificate, key])
            verb.Add(option);
        verb.Does(async (parse, here, cancel) =>
        {
            var options = new ServerOptions
            {
                IsAnonymous = parse.GetValue(anonymous),
                Proxy = parse.GetValue(proxy) is { } cidr ? IPNetwork.TryParse(cidr, out var network) ? network : throw new WrongInputException($"--behind-proxy {cidr}: allowed is a network such as 10.0.0.0/8") : null,
                Certificate = parse.GetValue(certificate),
                CertificateKey = parse.GetValue(key),
            };
            if (parse.GetValue(urls) is { } given)
                options = options with { Urls = given.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) };
            return await Serve(here, options, cancel);
        });
        return verb;
    }

    private static async Task<int> Serve(Surroundings here, ServerOptions options, CancellationToken cancel)
    {
        await using var server = await Server.Open(here, options);
        if (await server.Accounts.IsEmpty(cancel))
            await AddAdministrator(here, server, cancel);
        try
        {
            await server.Start(cancel);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new WrongInputException($"{e.Message} Choose another address with --urls", e);
        }
        here.Error.WriteLine($"Marsad answers at {string.Join(", ", server.Urls)}; Ctrl-C ends it");
        try
        {
            await Task.Delay(Timeout.Infinite, cancel);
        }
        catch (OperationCanceledException)
        {
            here.Error.WriteLine("Ending: what has been asked is still answered");
        }
        return ExitCode.Nothing;
    }

    /// <summary>Nobody can sign in yet: the first administrator's password comes from the environment or the terminal, never from us.</summary>
    private static async Task AddAdministrator(Surroundings here, Server server, CancellationToken cancel)
    {
        if (here.FirstPassword is null && here.AskSecret is null)
            throw new WrongInputException("there is no account yet: set MARSAD_ADMIN_PASSWORD for the first administrator, or start at a terminal");
        if (here.FirstPassword is null)
            here.Error.WriteLine($"There is no account yet. The first is the administrator \"{FirstAdministrator}\".");
        await server.Accounts.Add(AuditActor(here), FirstAdministrator, Role.Administrator, here.FirstPassword ?? AccountsCommands.AskPassword(here), cancel);
        here.Error.WriteLine($"The administrator \"{FirstAdministrator}\" can sign in.");
    }

    private static string AuditActor(Surroundings here) => Audit.AuditCommands.ActorOf(here);
}
