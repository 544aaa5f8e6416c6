using Readout.Store;
using Readout.Store.Facts;

namespace Readout.Server.Exports;

/// <summary>One entry of a feed.</summary>
internal sealed record FeedEntry
{
    /// <summary>Address that never means anything else.</summary>
    public required string Id { get; init; }

    /// <summary>Address of the page.</summary>
    public required string Url { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Text.</summary>
    public required string Text { get; init; }

    /// <summary>Moment, ISO 8601 in UTC.</summary>
    public required string Updated { get; init; }

    /// <summary>Who published it.</summary>
    public required string Author { get; init; }

    /// <summary>Those who speak or act in it.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Tags; the first is its type.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>A fact as an entry.</summary>
    public static FeedEntry Of(string origin, Fact fact) => new()
    {
        Id = FactColumns.Url(origin, fact),
        Url = FactColumns.Url(origin, fact),
        Title = FactColumns.Title(fact),
        Text = fact.Words,
        Updated = Moment(SortDay.Of(fact.Report.Published) is { Length: > 0 } published ? published : fact.Day),
        Author = fact.Report.Outlet ?? "Unknown outlet",
        People = [.. FactColumns.Actors(fact).Select(actor => actor.Name)],
        Tags = [.. ((string?[])[FactColumns.Type(fact), FactColumns.Kind(fact)]).OfType<string>()],
    };

    // A feed must give a moment; where only the day, month or year of publication is known, it is the first of it.
    private static string Moment(string day) => day.Length switch
    {
        10 => day + "T00:00:00Z",
        7 => day + "-01T00:00:00Z",
        4 => day + "-01-01T00:00:00Z",
        _ => "1970-01-01T00:00:00Z",
    };
}
