using Readout.Parsing;
using Readout.Text;

namespace Readout.Time;

/// <summary>Finds and normalises time expressions. Immutable, thread-safe.</summary>
public sealed class TimeFinder
{
    private TimeFinder()
    {
    }

    /// <summary>Loads its data from the data folder.</summary>
    public static TimeFinder Load(string dataDirectory) => new();

    /// <summary>Time expressions in text order.</summary>
    public IReadOnlyList<TimeExpression> Find(ParsedText parse, Report report) => [];
}
