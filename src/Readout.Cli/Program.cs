using System.CommandLine;
using Readout.Cli.Commands;
using Readout.Cli.Running;

var root = new RootCommand("Reads news reports and keeps the public record: who met whom, who said what to whom, what was promised.")
{
    ExtractCommand.Create(),
};

ParseResult parse = root.Parse(args);
int code = await parse.InvokeAsync();

// System.CommandLine has printed what was wrong with the usage and returned 1, which here means that an item failed.
return parse.Errors.Count > 0 ? ExitCodes.WrongUsage : code;
