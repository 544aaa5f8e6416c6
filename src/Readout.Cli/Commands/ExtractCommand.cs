using System.CommandLine;
using Readout.Cli.Running;
using Readout.Records;
using Readout.Sources.Files;

namespace Readout.Cli.Commands;

/// <summary><c>readout extract</c>: the records of reports as JSON Lines.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Reports: text files, JSON Lines, directories of them, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format") { Description = "Form of the output.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        Option<string?> published = PublishedOption();
        var outlet = new Option<string?>("--outlet") { Description = "Outlet of the reports, else taken from the files." };
        var text = new Option<bool>("--text") { Description = "Add each report's text to its record." };
        var offsets = new Option<string>("--offsets") { Description = "Unit of the offsets.", DefaultValueFactory = _ => "codepoint" };
        offsets.AcceptOnlyFromAmong("codepoint", "utf16");
        var threads = new Option<int>("--threads") { Description = "Reports read at the same time.", DefaultValueFactory = _ => Environment.ProcessorCount };
        threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1024)
            {
                result.AddError("--threads takes a number from 1 to 1024");
            }
        });

        var command = new Command("extract", "Write the record of each report as one line of JSON.") { files, format, published, outlet, text, offsets, threads };
        command.SetAction((parse, _) => RunAsync(
            parse.GetRequiredValue(files),
            new ReportDefaults { Published = PublishedDate.Normalize(parse.GetValue(published)), Outlet = parse.GetValue(outlet) },
            new ExtractOptions(parse.GetValue(text), parse.GetValue(offsets) == "utf16" ? OffsetUnit.Utf16 : OffsetUnit.CodePoint, parse.GetValue(threads))));
        return command;
    }

    /// <summary>The option <c>--published</c>, which takes a date or a moment.</summary>
    internal static Option<string?> PublishedOption()
    {
        var published = new Option<string?>("--published") { Description = "Publication date (2006-12-19) or moment, else taken from the files." };
        published.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } value && PublishedDate.Normalize(value) is null)
            {
                result.AddError($"--published takes a date such as 2006-12-19, not '{value}'");
            }
        });
        return published;
    }

    private static async Task<int> RunAsync(string[] paths, ReportDefaults defaults, ExtractOptions options)
    {
        Reader reader = Reader.Load(Reader.DefaultDataDirectory);
        using Stream output = Console.OpenStandardOutput();
        using var buffer = new BufferedStream(output, 1 << 16);
        using var progress = new ProgressLine(TotalBytes(paths));
        int failures = 0;
        await OrderedParallel.RunAsync(
            WithPositions(new ReportFiles().Enumerate(paths)),
            item => Extract(reader, item, defaults, options),
            result =>
            {
                progress.Advance(result.Position);
                failures += result.Write(buffer) ? 0 : 1;
            },
            options.Threads);
        buffer.Flush();
        return failures == 0 ? ExitCodes.Done : ExitCodes.SomeFailed;
    }

    // Positions are within a file; progress counts over all of them.
    private static IEnumerable<(RawReport Raw, long Position)> WithPositions(IEnumerable<RawReport> reports)
    {
        long before = 0;
        long within = 0;
        foreach (RawReport raw in reports)
        {
            if (raw.Position <= within)
            {
                before += within;
            }

            within = raw.Position;
            yield return (raw, before + within);
        }
    }

    private static ExtractResult Extract(Reader reader, (RawReport Raw, long Position) item, ReportDefaults defaults, ExtractOptions options)
    {
        DecodedReport decoded = ReportFiles.Decode(item.Raw, defaults);
        byte[]? json = decoded.Report is null
            ? null
            : RecordJson.WriteUtf8(RecordBuilder.Build(reader.Read(decoded.Report), options.Offsets, options.IncludeText));
        return new ExtractResult(item.Raw.Name, json, decoded.Failure?.Message, decoded.Notes, item.Position);
    }

    private static long TotalBytes(string[] paths)
    {
        long total = 0;
        foreach (string path in paths)
        {
            if (File.Exists(path))
            {
                total += new FileInfo(path).Length;
            }
            else if (path == "-" || Directory.Exists(path))
            {
                // A directory may hold millions of files: finding their size first would cost a walk of its own.
                return 0;
            }
        }

        return total;
    }

    private sealed record ExtractOptions(bool IncludeText, OffsetUnit Offsets, int Threads);

    private sealed record ExtractResult(string Name, byte[]? Json, string? Failure, IReadOnlyList<string> Notes, long Position)
    {
        /// <summary>Writes the line, or the sentence on standard error; false where the item failed.</summary>
        public bool Write(Stream output)
        {
            foreach (string note in Notes)
            {
                Console.Error.WriteLine($"readout: {Name}: note: {note}");
            }

            if (Json is null)
            {
                Console.Error.WriteLine($"readout: {Name}: {Failure}");
                return false;
            }

            output.Write(Json);
            output.WriteByte((byte)'\n');
            return true;
        }
    }
}
