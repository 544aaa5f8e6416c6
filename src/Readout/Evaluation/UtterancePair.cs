using System.Globalization;
using Readout.Merging;
using Readout.Text;

namespace Readout.Evaluation;

/// <summary>Two wordings that were judged by hand.</summary>
/// <param name="Source"><c>written</c> or <c>newswire</c>.</param>
/// <param name="Part"><c>development</c> (trains and sets the threshold), <c>held-out</c>, <c>drawn</c> (seen, not trained on), or <c>blind</c>: never looked at.</param>
/// <param name="Left">One wording.</param>
/// <param name="Right">The other.</param>
/// <param name="IsOne">Whether they are one utterance.</param>
public sealed record UtterancePair(string Source, string Part, Wording Left, Wording Right, bool IsOne)
{
    /// <summary>All pairs of wordings of one speaker in eval/merging/utterances-written.tsv.</summary>
    /// <exception cref="InvalidDataException">A row is malformed.</exception>
    public static IReadOnlyList<UtterancePair> Written(string path)
    {
        string[][] rows = [.. TsvFile.Rows(path, 6)];
        var pairs = new List<UtterancePair>();
        foreach (IGrouping<string, string[]> speaker in rows.GroupBy(row => row[1]))
        {
            (string[] Row, Wording Wording)[] wordings = [.. speaker.Select(row => (row, WordingOf(row)))];
            for (int i = 0; i < wordings.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    pairs.Add(new UtterancePair("written", wordings[i].Row[0], wordings[j].Wording, wordings[i].Wording, wordings[i].Row[2] == wordings[j].Row[2]));
                }
            }
        }

        return pairs;
    }

    /// <summary>The standoff pairs of eval/merging/utterances-newswire.tsv.</summary>
    /// <exception cref="InvalidDataException">A row names an article that is not there, or a span outside it.</exception>
    public static IReadOnlyList<UtterancePair> Newswire(string path, IReadOnlyDictionary<string, WireReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var pairs = new List<UtterancePair>();
        foreach (string[] row in TsvFile.Rows(path, 7))
        {
            string[] speakers = row[5] == "same" ? ["same"] : [];
            pairs.Add(new UtterancePair("newswire", row[0], WordingOf(row[1], row[2], speakers, reports), WordingOf(row[3], row[4], speakers, reports), row[6] == "same"));
        }

        return pairs;
    }

    internal static Wording WordingOf(string[] row) => new()
    {
        Content = row[5],
        Speakers = [row[1]],
        Day = DateOnly.ParseExact(row[3], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        IsDirect = row[4] == "direct",
    };

    private static Wording WordingOf(string article, string span, string[] speakers, IReadOnlyDictionary<string, WireReport> reports)
    {
        if (!reports.TryGetValue(article, out WireReport? report))
        {
            throw new InvalidDataException($"{article}: the corpus has no such article");
        }

        string[] parts = span.Split(';')[0].Split('-');
        var map = new CodePointMap(report.Text);
        int start = map.ToUtf16(int.Parse(parts[0], CultureInfo.InvariantCulture));
        int end = map.ToUtf16(int.Parse(parts[1], CultureInfo.InvariantCulture));
        bool isDirect = start > 0 && report.Text[start - 1] == '"' && !report.Text[start..end].Contains('"', StringComparison.Ordinal);
        return new Wording
        {
            Content = report.Text[start..end],
            Speakers = speakers,
            Day = DateOnly.ParseExact(report.Published[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            IsDirect = isDirect,
        };
    }
}
