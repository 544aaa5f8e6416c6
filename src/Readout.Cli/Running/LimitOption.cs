using System.CommandLine;

namespace Readout.Cli.Running;

/// <summary>The option <c>--limit</c>.</summary>
internal static class LimitOption
{
    public static Option<int> Create()
    {
        var limit = new Option<int>("--limit") { Description = "Most rows; 0 for all.", HelpName = "N", DefaultValueFactory = _ => 50 };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0)
            {
                result.AddError("--limit takes a number from 0 (all) up");
            }
        });
        return limit;
    }

    /// <summary>Says on standard error that there is more.</summary>
    public static void TellOfMore(int shown) => Console.Error.WriteLine($"readout: the first {shown} are shown; --limit 0 shows all");
}
