using System.CommandLine;
using Readout.Cli.Commands;

var root = new RootCommand("Reads news reports and keeps the public record: who met whom, who said what to whom, what was promised.")
{
    ExtractCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
