using Readout.Server.Layout;
using Readout.Store;
using Readout.Store.Queries;

namespace Readout.Server.Following;

/// <summary>A query in words: "statements by Drost about Okafor, “annex”, in Ostrevar Now, since December 2023".</summary>
internal static class QueryText
{
    public static string Of(FactQuery query, IRecordStore store)
    {
        string? Name(string? typed) => typed is null ? null : store.FindActor(typed)?.Name ?? typed;
        string what = query.Types.Count == 0 ? "Everything" : string.Join(" and ", query.Types.Select(type => RecordNames.Of(type) + "s"));
        string?[] parts =
        [
            Part("by ", Name(query.Speaker)), Part("to ", Name(query.To)), Part("about ", Name(query.About)), Part("of ", Name(query.Actor)), Part("with ", Name(query.With)),
            query.Kind is null ? null : $"({query.Kind})", query.Form, query.Status,
        ];
        string head = string.Join(' ', ((string?[])[char.ToUpperInvariant(what[0]) + what[1..], .. parts]).Where(part => part is not null));
        string period = Days.Period(query.Since, query.Until);
        string?[] tail =
        [
            query.Words is null ? null : $"\u201C{query.Words}\u201D", Part("at ", query.Place?[(query.Place.IndexOf('/', StringComparison.Ordinal) + 1)..]), Part("of or in ", query.Country), Part("in ", query.Outlet), Part("in report ", query.Report), query.On is null ? null : "known only to " + Days.Long(query.On), period.Length == 0 ? null : period,
            query.Confidence is { } least ? $"confidence {least.ToString(System.Globalization.CultureInfo.InvariantCulture)} and more" : null,
        ];
        return string.Join(", ", ((string?[])[head, .. tail]).Where(part => part is not null));
    }

    private static string? Part(string word, string? value) => value is null ? null : word + value;
}
