using System.CommandLine;

namespace Readout.Cli.Commands;

/// <summary><c>readout data</c>: builds and imports gazetteers.</summary>
internal static class DataCommand
{
    public static Command Create() => new("data", "Build or import gazetteers.")
    {
        DataBuildGazetteersCommand.Create(),
        DataImportCommand.Create(),
        DataStatesCommand.Create(),
    };
}
