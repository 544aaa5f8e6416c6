using Readout.Records;
using Readout.Text;

namespace Readout.Store.Sqlite;

/// <summary>Where a report names a place that a person gave.</summary>
internal static class PlaceInText
{
    /// <summary>The first occurrence of the name as a whole word; null where the report does not have it.</summary>
    public static SpanRecord? Find(string text, string name)
    {
        for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            int end = at + name.Length;
            bool isWhole = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            if (isWhole)
            {
                var map = new CodePointMap(text);
                return new SpanRecord(map.ToCodePoint(at), map.ToCodePoint(end), name);
            }
        }

        return null;
    }
}
