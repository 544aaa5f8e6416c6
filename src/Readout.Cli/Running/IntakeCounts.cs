using System.Globalization;
using Readout.Store;

namespace Readout.Cli.Running;

/// <summary>How many reports were added, were there already, were read again or failed; failures and notes go to standard error as they come.</summary>
internal sealed class IntakeCounts
{
    public int Added { get; private set; }

    public int Unchanged { get; private set; }

    public int ReadAgain { get; private set; }

    public int Failed { get; private set; }

    public void Count(IntakeResult result)
    {
        foreach (string note in result.Notes)
        {
            Console.Error.WriteLine($"readout: {result.Name}: note: {note}");
        }

        switch (result.Outcome)
        {
            case AddOutcome.Added:
                Added++;
                break;
            case AddOutcome.Unchanged:
                Unchanged++;
                break;
            case AddOutcome.ReadAgain:
                ReadAgain++;
                break;
            default:
                Failed++;
                Console.Error.WriteLine($"readout: {result.Name}: {result.Failure}");
                break;
        }
    }

    /// <summary>One sentence part, such as <c>30 added, 2 unchanged</c>.</summary>
    public override string ToString()
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{Added} added, {Unchanged} unchanged");
        text += ReadAgain > 0 ? string.Create(CultureInfo.InvariantCulture, $", {ReadAgain} read again") : "";
        return text + (Failed > 0 ? string.Create(CultureInfo.InvariantCulture, $", {Failed} failed") : "");
    }
}
