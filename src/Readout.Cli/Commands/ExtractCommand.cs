using System.CommandLine;

namespace Readout.Cli.Commands;

/// <summary><c>readout extract</c>: the records of reports as JSON Lines.</summary>
internal static class ExtractCommand
{
    public static Command Create() => new("extract", "Write the record of each report as one line of JSON.");
}
