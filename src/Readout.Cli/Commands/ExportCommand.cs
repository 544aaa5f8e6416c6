using System.CommandLine;
using System.Text;
using System.Text.Json;
using Readout.Cli.Running;
using Readout.Events;
using Readout.Export;
using Readout.Records;

namespace Readout.Cli.Commands;

/// <summary><c>readout export</c>: records in the formats of event data and of calendars.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Records written by readout extract, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "Form of the output.", Required = true };
        format.AcceptOnlyFromAmong("plover", "polecat", "icews", "gdelt", "icalendar");
        var command = new Command("export", "Write events (plover, polecat, icews, gdelt) or meetings and commitments (icalendar) of records.") { files, format, ExportWarcCommand.Create() };
        command.SetAction(parse => Run(parse.GetRequiredValue(files), parse.GetRequiredValue(format)));
        return command;
    }

    private static int Run(string[] files, string format)
    {
        int failures = 0;
        IEnumerable<ReportRecord> records = files.SelectMany(file => Records(file, () => failures++));
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        int undated = format == "icalendar" ? WriteCalendar(records, output) : WriteEvents(records, format, output);
        if (undated > 0)
        {
            Console.Error.WriteLine($"readout: left out {undated} without a date; give the reports' dates with readout extract --published");
        }

        return failures == 0 ? ExitCodes.Done : ExitCodes.SomeFailed;
    }

    private static int WriteCalendar(IEnumerable<ReportRecord> records, StreamWriter output)
    {
        var calendar = new CalendarFile();
        foreach (ReportRecord record in records)
        {
            calendar.Add(record);
        }

        output.Write(calendar.ToString());
        return calendar.Undated;
    }

    private static int WriteEvents(IEnumerable<ReportRecord> records, string format, StreamWriter output)
    {
        var set = new EventSet(records, PloverOntology.Load(Reader.DefaultDataDirectory), withComments: format is "icews" or "gdelt");
        EventColumns? columns = format switch
        {
            "polecat" => EventFormats.Polecat,
            "icews" => EventFormats.Icews,
            "gdelt" => EventFormats.Gdelt,
            _ => null,
        };
        if (columns is { HasHeader: true })
        {
            output.WriteLine(columns.Header);
        }

        foreach (ExportedEvent one in set.Events)
        {
            if (columns is null)
            {
                output.WriteLine(PloverJson.Write(one));
            }
            else if (one.Event.Status is EventStatus.Past or EventStatus.Ongoing)
            {
                // These formats have no column for what did not or not yet happen.
                foreach (string line in columns.Lines(one))
                {
                    output.WriteLine(line);
                }
            }
        }

        return set.Undated;
    }

    private static IEnumerable<ReportRecord> Records(string file, Action failed)
    {
        using StreamReader? input = Open(file, failed);
        for (int number = 1; input?.ReadLine() is { } line; number++)
        {
            ReportRecord? record = null;
            try
            {
                record = line.Length == 0 ? null : RecordJson.Read(line);
            }
            catch (JsonException error)
            {
                Console.Error.WriteLine($"readout: {file}, line {number}: no record of readout extract: {error.Message}");
                failed();
            }

            if (record is not null)
            {
                yield return record;
            }
        }
    }

    private static StreamReader? Open(string file, Action failed)
    {
        try
        {
            return file == "-" ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : new StreamReader(file, Encoding.UTF8);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"readout: {file}: {error.Message}");
            failed();
            return null;
        }
    }
}
