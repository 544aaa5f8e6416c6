using System.CommandLine;
using System.Globalization;
using Readout.Cli.Running;
using Readout.Sources.Evidence;
using Readout.Store.Sqlite;

namespace Readout.Cli.Commands;

/// <summary><c>readout export warc</c>: gives the kept evidence back as a web archive.</summary>
internal static class ExportWarcCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Archive to write: FILE.warc, or FILE.warc.gz for one that is packed." };
        var store = new StoreOption();
        var address = new Option<string?>("--address") { Description = "Only what was fetched from this address." };
        var since = new Option<string?>("--since") { Description = "Only what was fetched on this day or later, such as 2031-03-11." };
        var command = new Command("warc", "Write what was fetched as a web archive (WARC 1.1).") { file, store.Option, address, since };
        command.SetAction((parse, _) => store.RunAsync(parse, open =>
        {
            DateTimeOffset moment = default;
            if (parse.GetValue(since) is { } day && !DateTimeOffset.TryParse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment))
            {
                Console.Error.WriteLine($"readout: --since takes a day such as 2031-03-11, not '{day}'");
                return ExitCodes.WrongUsage;
            }

            Uri? wanted = null;
            if (parse.GetValue(address) is { } named && !Uri.TryCreate(named, UriKind.Absolute, out wanted))
            {
                Console.Error.WriteLine($"readout: --address takes an address such as https://outlet.example/report, not '{named}'");
                return ExitCodes.WrongUsage;
            }

            return Write(new StoredLedger(new SqliteFollowStore(open)), parse.GetRequiredValue(file), wanted, moment == default ? null : moment);
        }));
        return command;
    }

    private static int Write(StoredLedger ledger, string file, Uri? address, DateTimeOffset? since)
    {
        // A half-written archive must not pass for a whole one.
        string partial = file + ".part";
        try
        {
            int count = 0;
            using (FileStream output = File.Create(partial))
            {
                var writer = new WarcWriter(output, file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase));
                DateTimeOffset? first = null;
                foreach (Capture capture in ledger.Captures(address, since))
                {
                    if (first is null)
                    {
                        first = capture.Captured;
                        writer.WriteInfo($"Readout/{typeof(ExportWarcCommand).Assembly.GetName().Version?.ToString(3)}", capture.Captured);
                    }

                    writer.Write(capture);
                    count++;
                }
            }

            File.Move(partial, file, overwrite: true);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"readout: {count} captures in {file}"));
            return ExitCodes.Done;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"readout: {file} cannot be written: {failure.Message}");
            return ExitCodes.SomeFailed;
        }
    }
}
