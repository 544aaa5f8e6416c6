using AngleSharp.Dom;
using Readout.Sources.Dates;
using Readout.Text;

namespace Readout.Sources.Pages.Metadata;

/// <summary>
/// Weighs the dates that a page shows: how near they stand to the headline, what label or class they carry (<c>data/sources/date-labels.tsv</c>),
/// and whether they belong to another piece. The weights were set on half of the page sets. Immutable, thread-safe.
/// </summary>
internal sealed class VisibleDates
{
    private const int LongestDateBlock = 200;
    private const int LongestNamedDate = 80;

    /// <summary>Elements in the subtree of one that is named for its date; a bound, as its text is put together anew for each.</summary>
    private const int LargestNamedDate = 8;
    private const int OpeningCharacters = 40;
    private const int MostHeadings = 200;
    private const int LeastTitle = 15;
    private const int Enough = 1;

    private readonly DateScanner _scanner;
    private readonly (string Label, bool IsUpdate)[] _labels;

    private VisibleDates(DateScanner scanner, (string Label, bool IsUpdate)[] labels)
    {
        _scanner = scanner;
        _labels = labels;
    }

    private readonly record struct Candidate(PublicationTime Value, int Block, int Row, int Weight);

    /// <summary>Loads the labels from the data folder.</summary>
    public static VisibleDates Load(string dataDirectory, DateScanner scanner) =>
        new(scanner, [.. TsvFile.Rows(Path.Combine(dataDirectory, "sources", "date-labels.tsv"), 2).Select(r => (r[1], r[0] == "updated"))]);

    /// <summary>The likeliest publication and change; null where no date is likely enough.</summary>
    public (PublicationTime? Published, PublicationTime? Updated) Find(PageOutline page, IReadOnlyList<string> titles, bool monthFirst)
    {
        int heading = HeadingBlock(page, titles);
        int headingRow = heading >= 0 ? page.Blocks[heading].Element : 0;
        PublicationTime? published = null, updated = null;
        int best = Enough - 1;
        foreach ((Candidate candidate, bool isUpdate) in Candidates(page, monthFirst))
        {
            if (isUpdate)
            {
                updated ??= candidate.Value;
                continue;
            }

            int weight = candidate.Weight + Nearness(candidate.Block - heading, heading >= 0) - Strangeness(page, candidate.Row, headingRow);
            if (weight > best)
            {
                (published, best) = (candidate.Value, weight);
            }
        }

        return (published, updated);
    }

    private IEnumerable<(Candidate Candidate, bool IsUpdate)> Candidates(PageOutline page, bool monthFirst)
    {
        var firstBlocks = new Dictionary<int, int>();
        for (int i = 0; i < page.Blocks.Count; i++)
        {
            PageBlock block = page.Blocks[i];
            firstBlocks.TryAdd(block.Element, i);
            bool isShort = block.Text.Length <= LongestDateBlock;
            string text = isShort ? block.Text : block.Text[..OpeningCharacters];
            if (text.AsSpan().ContainsAnyInRange('0', '9') && _scanner.First(text, monthFirst) is { } found)
            {
                (int label, bool isUpdate) = LabelOf(text.AsSpan(0, found.Start));
                bool isBare = isShort && (found.End - found.Start) * 3 > block.Text.Length;
                int weight = label + (isBare ? 1 : 0) + ((page.Terms[block.Element] & PageTerms.Meta) != 0 ? 1 : 0);
                yield return (new Candidate(found.Value, i, block.Element, isShort ? weight : 0), isUpdate);
            }
        }

        for (int row = 0; row < page.Elements.Count; row++)
        {
            IElement element = page.Elements[row];
            string stamp = element.LocalName == "time" ? element.GetAttribute("datetime") ?? "" : element.LocalName == "abbr" ? element.GetAttribute("title") ?? "" : "";
            if (stamp.Length > 0 && _scanner.First(stamp, monthFirst) is { } found)
            {
                string name = element.ClassName ?? "";
                bool isUpdate = name.Contains("updated", StringComparison.OrdinalIgnoreCase) && !name.Contains("publish", StringComparison.OrdinalIgnoreCase);
                bool isNamed = element.HasAttribute("pubdate") || name.Contains("publish", StringComparison.OrdinalIgnoreCase) || name.Contains("entry-date", StringComparison.OrdinalIgnoreCase);
                yield return (new Candidate(found.Value, BlockOf(page, row, firstBlocks), row, isNamed ? 4 : 2), isUpdate);
            }
            else if (stamp.Length == 0 && page.End[row] - row <= LargestNamedDate && IsNamedDate(element) && element.TextContent is { Length: > 0 and <= LongestNamedDate } shown && _scanner.First(shown, monthFirst) is { } named)
            {
                (int label, bool isUpdate) = LabelOf(shown.AsSpan(0, named.Start));
                yield return (new Candidate(named.Value, BlockOf(page, row, firstBlocks), row, 2 + label), isUpdate);
            }
        }
    }

    private static bool IsNamedDate(IElement element)
    {
        foreach (string attribute in (ReadOnlySpan<string>)["class", "data-testid", "itemprop"])
        {
            if (element.GetAttribute(attribute) is { Length: > 0 } name
                && (name.Contains("date", StringComparison.OrdinalIgnoreCase) || name.Contains("datum", StringComparison.OrdinalIgnoreCase)
                    || name.Contains("publi", StringComparison.OrdinalIgnoreCase) || name.Contains("fecha", StringComparison.OrdinalIgnoreCase)))
            {
                return !name.Contains("updat", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    private static int BlockOf(PageOutline page, int row, Dictionary<int, int> firstBlocks)
    {
        for (int e = row; e >= 0; e = page.Parent[e])
        {
            if (firstBlocks.TryGetValue(e, out int block))
            {
                return block;
            }
        }

        return page.Blocks.Count;
    }

    private static int Nearness(int distance, bool hasHeading) => !hasHeading ? 1 : distance switch
    {
        >= -3 and <= 4 => 4,
        >= -6 and <= 9 => 3,
        >= -10 and <= 18 => 1,
        _ => 0,
    };

    private static int Strangeness(PageOutline page, int row, int headingRow)
    {
        const PageTerms Elsewhere = PageTerms.Related | PageTerms.Sidebar | PageTerms.Footer | PageTerms.Teaser;
        int strangeness = 0;
        for (int e = row; e > 1 && (headingRow < e || headingRow >= page.End[e]); e = page.Parent[e])
        {
            strangeness = Math.Max(strangeness, (page.Terms[e] & PageTerms.Comment) != 0 ? 4 : 0);
            bool isElsewhere = (page.Terms[e] & Elsewhere) != 0 || page.Elements[e].LocalName is "aside" or "footer" or "nav" or "article";
            strangeness = Math.Max(strangeness, isElsewhere ? 2 : 0);
        }

        return strangeness;
    }

    private static int HeadingBlock(PageOutline page, IReadOnlyList<string> titles)
    {
        int[] headings = [.. Enumerable.Range(0, page.Blocks.Count).Where(i => page.Elements[page.Blocks[i].Element].LocalName is "h1" or "h2" or "h3").Take(MostHeadings)];
        foreach (string title in titles.Take(5))
        {
            foreach (int i in headings)
            {
                string text = page.Blocks[i].Text;
                if (title.Equals(text, StringComparison.OrdinalIgnoreCase) || (text.Length >= LeastTitle && title.Contains(text, StringComparison.OrdinalIgnoreCase)))
                {
                    return i;
                }
            }
        }

        return headings.Where(i => page.Elements[page.Blocks[i].Element].LocalName == "h1").OrderByDescending(i => page.Blocks[i].Text.Length).FirstOrDefault(-1);
    }

    private (int Weight, bool IsUpdate) LabelOf(ReadOnlySpan<char> before)
    {
        foreach ((string label, bool isUpdate) in _labels)
        {
            if (before.Contains(label, StringComparison.OrdinalIgnoreCase))
            {
                return (3, isUpdate);
            }
        }

        return (0, false);
    }
}
