namespace Readout.Cli.Running;

/// <summary>Exit codes of every command.</summary>
internal static class ExitCodes
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>Some item failed; the others were done.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command line was wrong; nothing was done.</summary>
    public const int WrongUsage = 2;
}
