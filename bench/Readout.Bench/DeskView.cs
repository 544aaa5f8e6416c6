using System.Globalization;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Sqlite;

namespace Readout.Bench;

/// <summary>A kind of page, with another actor, word, day or report every time it is asked for, so that hardly any answer is known from before. Thread-safe.</summary>
/// <param name="label">What it is.</param>
/// <param name="page">The address of a number.</param>
internal sealed class DeskView(string label, Func<int, string> page)
{
    private readonly Lock _access = new();
    private int _asked;

    /// <summary>What it is.</summary>
    public string Label => label;

    /// <summary>True for what is no page: what the server takes for any answer at all.</summary>
    public bool IsReference { get; init; }

    /// <summary>Milliseconds of processor time of an answer.</summary>
    public double Processor { get; set; }

    /// <summary>Milliseconds of each answer.</summary>
    public List<double> Times { get; } = [];

    /// <summary>Bytes of the largest answer.</summary>
    public int Largest { get; private set; }

    /// <summary>The next address.</summary>
    public string Next() => page(Interlocked.Increment(ref _asked));

    /// <summary>Notes an answer.</summary>
    public void Add(double milliseconds, int bytes)
    {
        lock (_access)
        {
            Times.Add(milliseconds);
            Largest = Math.Max(Largest, bytes);
        }
    }

    /// <summary>The views that are measured.</summary>
    public static DeskView[] All(SqliteRecordStore store)
    {
        string[] actors = [.. store.Actors(new ActorQuery { Limit = FactQuery.MaximumLimit }).Items.Select(actor => Uri.EscapeDataString(actor.Key).Replace("%2F", "/", StringComparison.Ordinal))];
        string[] reports = [.. store.Reports(new ReportQuery { Limit = FactQuery.MaximumLimit }).Items.Select(report => report.Key)];
        string[] outlets = [.. store.Outlets().Select(outlet => Uri.EscapeDataString(outlet.Name))];
        string[] places = [.. store.Places(50).Select(place => Uri.EscapeDataString(place.Key).Replace("%2F", "/", StringComparison.Ordinal))];
        string[] words = [.. store.Facts(new FactQuery { Types = [FactType.Statement], Limit = FactQuery.MaximumLimit }).Items
            .SelectMany(fact => fact.Words.Split(' ')).Where(word => word.Length > 3 && word.All(char.IsAsciiLetter)).Distinct(StringComparer.OrdinalIgnoreCase)];
        string Day(int i) => new DateOnly(1995, 1, 1).AddDays(i * 97 % 11_000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string At(string[] values, int i) => values[i % values.Length];
        return
        [
            new("an address that is none", i => "/nothing") { IsReference = true },
            new("timeline", i => "/"),
            new("timeline of a month", i => $"/?since={Day(i)[..7]}&until={Day(i)[..7]}"),
            new("a speaker's denials", i => $"/?speaker={At(actors, i)}&kind=denial"),
            new("of or in a state", i => "/?country=" + At(["NOR", "KEN", "JPN", "TUR"], i)),
            new("an outlet's facts", i => "/?outlet=" + At(outlets, i)),
            new("meetings", i => "/meetings"),
            new("board", i => "/commitments?asof=" + Day(i)),
            new("actors", i => "/actors"),
            new("actor", i => "/actors/" + At(actors, i)),
            new("pair", i => $"/pairs?a={At(actors, i)}&b={At(actors, i + 1)}"),
            new("briefing of a year", i => $"/briefing?actor={At(actors, i)}&since={Day(i)[..4]}&until={Day(i)[..4]}"),
            new("today", i => "/today?asof=" + Day(i)),
            new("reports", i => "/reports"),
            new("report", i => "/reports/" + At(reports, i)),
            new("statement", i => $"/statements/{At(reports, i)}-s1"),
            new("chronology of a year", i => $"/chronology?since={Day(i)[..4]}&until={Day(i)[..4]}"),
            new("chronology of an actor", i => "/chronology?actor=" + At(actors, i)),
            new("place", i => "/places/" + At(places, i)),
            new("outlet", i => "/outlets/" + At(outlets, i)),
            new("positions of an actor", i => "/positions?actor=" + At(actors, i)),
            new("search, a word", i => "/search?words=" + At(words, i)),
            new("search, two words", i => $"/search?words={At(words, i)}+{At(words, i + 7)}"),
            new("search, prefix and speaker", i => $"/search?words={At(words, i)[..4]}*&speaker=Holm"),
            new("search, newest first", i => $"/search?words={At(words, i)}&order=newest"),
            new("api, facts", i => "/api/v1/facts?actor=" + At(actors, i)),
            new("api, facets of a word", i => "/api/v1/facets?words=" + At(words, i + 3)),
        ];
    }
}
