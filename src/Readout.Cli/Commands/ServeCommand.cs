using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Readout.Cli.Running;
using Readout.Server;
using Readout.Server.Fetching;
using Readout.Server.Watching;
using Readout.Sources.Fetching;
using Readout.Sources.Files;
using Readout.Store;

namespace Readout.Cli.Commands;

/// <summary><c>readout serve</c>: adds reports, watches their folders, and shows the record in the browser.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Reports to add first; folders among them are watched for new and changed files.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var store = new StoreOption();
        var urls = new Option<string>("--urls")
        {
            Description = "Addresses to listen on, parted by semicolons.",
            HelpName = "URLS",
            DefaultValueFactory = _ => ServerOptions.DefaultUrl,
        };
        var command = new Command("serve", "Show the record in the browser.") { paths, store.Option, urls };
        var fetching = new FetchingOptions();
        fetching.AddTo(command);
        var messages = new MessageOptions();
        messages.AddTo(command);
        command.SetAction((parse, stop) => store.RunAsync(parse, async open =>
        {
            FetchOptions fetch = fetching.Of(parse);
            using var post = new GuardedPost(fetch with { AllowedHosts = messages.WebhookHosts(parse) });
            ServerOptions asked;
            try
            {
                asked = messages.Apply(parse, new ServerOptions
                {
                    Store = open,
                    Urls = parse.GetRequiredValue(urls).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                    Post = post.SendAsync,
                });
            }
            catch (ArgumentException refused)
            {
                Console.Error.WriteLine($"readout: {refused.Message}");
                return ExitCodes.WrongUsage;
            }

            return await ServeAsync(asked, fetch, parse.GetValue(paths) ?? [], stop);
        }));
        return command;
    }

    private static async Task<int> ServeAsync(ServerOptions asked, FetchOptions fetching, string[] paths, CancellationToken stop)
    {
        IRecordStore store = asked.Store;
        var intake = new ReportIntake(store, ReportDefaults.None, Environment.ProcessorCount);
        var files = new ReportFiles();
        using var follower = new FeedFollower(store, fetching, _ => { }, asked.PublicUrl is { } url ? new Uri(url, HubEndpoints.Path) : null);
        ServerOptions options = asked with
        {
            Hubs = follower.Callbacks,
            Watched = [.. paths.Where(Directory.Exists)],
            Samples = SamplesFolder(),
            Intake = async (changed, _) =>
            {
                using IDisposable run = asked.Progress.Begin();
                await intake.AddAsync(changed.Where(path => Directory.Exists(path) || files.Reads(path)), result => asked.Progress.Count(result.Failure is not null));
            },
        };
        WebApplication app;
        try
        {
            app = ReadoutServer.Build(options);
        }
        catch (ArgumentException refused)
        {
            Console.Error.WriteLine($"readout: {refused.Message}");
            return ExitCodes.WrongUsage;
        }

        TellOfAccounts(options);
        await using (app)
        {
            Task following = follower.RunAsync(app.Lifetime.ApplicationStopping);
            int code = await RunAsync(app, (intake, asked.Progress), paths, stop);

            // A server that never started never stops by itself.
            app.Lifetime.StopApplication();
            await following;
            return code;
        }
    }

    // Beside the data folder, as in the repository; a program that was put elsewhere has none.
    private static string? SamplesFolder()
    {
        string folder = Path.GetFullPath(Path.Combine(Reader.DefaultDataDirectory, "..", "samples"));
        return Directory.Exists(folder) ? folder : null;
    }

    private static void TellOfAccounts(ServerOptions options)
    {
        if (!options.NeedsAccounts)
        {
            return;
        }

        if (options.Store.Accounts.List().Count == 0)
        {
            Console.Error.WriteLine("readout: others can reach these addresses, so that readers sign in, and nobody can yet: make the first administrator with `readout users add NAME --role admin`");
        }

        if (options.PublicUrl?.Scheme != Uri.UriSchemeHttps)
        {
            Console.Error.WriteLine("readout: note: passwords cross the network unencrypted; put a proxy with TLS before Readout and name its address with --public-url https://...");
        }
    }

    // The pages answer at once; what is still being read appears as it comes.
    private static async Task<int> RunAsync(WebApplication app, (ReportIntake Intake, IntakeProgress Progress) reading, string[] paths, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException taken)
        {
            Console.Error.WriteLine($"readout: {taken.Message.TrimEnd('.')}; name another address with --urls, such as --urls http://127.0.0.1:8586");
            return ExitCodes.SomeFailed;
        }

        Console.Out.WriteLine($"Readout shows the record at {string.Join(" and ", app.Urls)} (Ctrl+C ends it)");
        var counts = new IntakeCounts();
        if (paths.Length > 0)
        {
            using IDisposable run = reading.Progress.Begin();
            await reading.Intake.AddAsync(paths, result =>
            {
                counts.Count(result);
                reading.Progress.Count(result.Failure is not null);
            });
            Console.Out.WriteLine(counts.ToString());
        }

        await app.WaitForShutdownAsync(stop);
        return counts.Failed == 0 ? ExitCodes.Done : ExitCodes.SomeFailed;
    }
}
