using System.CommandLine;
using System.CommandLine.Help;
using Readout.Cli.Commands;
using Readout.Cli.Running;

// A plain command, not a RootCommand: that one is named after the executable file, which users never type.
var readout = new Command("readout", "Reads news reports and keeps the public record: who met whom, who said what to whom, what was promised.")
{
    new HelpOption { Recursive = true },
    ServeCommand.Create(),
    AddCommand.Create(),
    ListCommand.Create(),
    ShowCommand.Create(),
    SearchCommand.Create(),
    StatusCommand.Create(),
    ExtractCommand.Create(),
    FollowCommand.Create(),
    FeedsCommand.Create(),
    FetchCommand.Create(),
    ExportCommand.Create(),
    CorrectionsCommand.Create(),
    UsersCommand.Create(),
    TrainCommand.Create(),
    ParseCommand.Create(),
    EvaluateCommand.Create(),
    DataCommand.Create(),
    ActorsCommand.Create(),
};

ParseResult parse = readout.Parse(args);
int code = await parse.InvokeAsync();

// System.CommandLine has printed what was wrong with the usage and returned 1, which here means that an item failed.
return parse.Errors.Count > 0 ? ExitCodes.WrongUsage : code;
