using System.Text;
using Readout.Sources.Evaluation;
using Readout.Sources.Pages;

namespace Readout.Sources.Training;

/// <summary>Finds which blocks of a page its gold wants and which it does not.</summary>
internal static class BlockLabeller
{
    /// <summary>Labels of the blocks; null for a block of which the gold says nothing.</summary>
    public static (bool?[] Labels, double[] Weights) Label(PageGold gold, PageOutline page) =>
        gold.ExpectedMarkup is null ? BySegments(gold, page) : ByText(gold.ExpectedMarkup, page);

    private static (bool?[] Labels, double[] Weights) BySegments(PageGold gold, PageOutline page)
    {
        var labels = new bool?[page.Blocks.Count];
        var weights = new double[page.Blocks.Count];
        var starts = new List<int>();
        var text = new StringBuilder();
        foreach (PageBlock block in page.Blocks)
        {
            starts.Add(text.Length);
            text.Append(block.Text.Replace('\n', ' ')).Append(' ');
        }

        string all = PageText.Collapse(text.ToString());
        foreach (string segment in gold.With)
        {
            List<int[]> places = Places(all, starts, PageText.Collapse(segment));
            int[]? place = places.MaxBy(p => p.Max(i => page.Blocks[i].LinkShare < 0.5 ? page.Blocks[i].Text.Length : 0));
            foreach (int i in place ?? [])
            {
                labels[i] = true;
                weights[i] = places.Count == 1 ? 1 : 0.5;
            }
        }

        foreach (string segment in gold.Without)
        {
            List<int[]> places = Places(all, starts, PageText.Collapse(segment));
            foreach (int i in places.Where(p => p.Length == 1).Select(p => p[0]).Where(i => labels[i] is null))
            {
                labels[i] = false;
                weights[i] = Math.Max(0.3, 1.0 / places.Count);
            }
        }

        SpreadBetween(page, labels, weights);
        return (labels, weights);
    }

    // What stands between two wanted segments and has the form of one of them is most likely wanted too.
    private static void SpreadBetween(PageOutline page, bool?[] labels, double[] weights)
    {
        int first = Array.IndexOf(labels, true);
        int last = Array.LastIndexOf(labels, true);
        HashSet<(int, string)> forms = [.. Enumerable.Range(0, labels.Length).Where(i => labels[i] == true).Select(i => FormOf(page, i))];
        for (int i = first + 1; i < last; i++)
        {
            if (labels[i] is null && page.Blocks[i].Words >= 5 && page.Blocks[i].LinkShare < 0.5 && forms.Contains(FormOf(page, i)))
            {
                labels[i] = true;
                weights[i] = 0.2;
            }
        }
    }

    private static (int, string) FormOf(PageOutline page, int block)
    {
        int e = page.Blocks[block].Element;
        return (page.Parent[e], page.Elements[e].LocalName);
    }

    private static List<int[]> Places(string all, List<int> starts, string segment)
    {
        var places = new List<int[]>();
        for (int at = segment.Length == 0 ? -1 : all.IndexOf(segment, StringComparison.Ordinal); at >= 0; at = all.IndexOf(segment, at + segment.Length, StringComparison.Ordinal))
        {
            int first = IndexAt(starts, at);
            int last = IndexAt(starts, at + segment.Length - 1);
            places.Add([.. Enumerable.Range(first, last - first + 1)]);
        }

        return places;
    }

    private static int IndexAt(List<int> starts, int offset)
    {
        int found = starts.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }

    private static (bool?[] Labels, double[] Weights) ByText(string expected, PageOutline page)
    {
        List<string> wanted = PageText.Tokens(ExtractionScorer.ExpectedText(expected, false));
        List<string> figures = PageText.Tokens(ExtractionScorer.ExpectedText(expected, true));
        HashSet<string> wantedRuns = Runs(wanted);
        HashSet<string> figureRuns = Runs(figures);
        var labels = new bool?[page.Blocks.Count];
        var weights = new double[page.Blocks.Count];
        for (int i = 0; i < labels.Length; i++)
        {
            List<string> tokens = PageText.Tokens(page.Blocks[i].Text);
            weights[i] = Math.Clamp(tokens.Count / 20.0, 0.1, 1.5);
            if (tokens.Count >= 3)
            {
                double share = Share(tokens, wantedRuns);
                bool isCaption = share < 0.4 && Share(tokens, figureRuns) > 0.6;
                labels[i] = isCaption || share is > 0.4 and < 0.6 ? null : share >= 0.6;
            }
        }

        return (labels, weights);
    }

    private static HashSet<string> Runs(List<string> tokens) =>
        [.. Enumerable.Range(0, Math.Max(0, tokens.Count - 2)).Select(i => $"{tokens[i]} {tokens[i + 1]} {tokens[i + 2]}")];

    private static double Share(List<string> tokens, HashSet<string> runs) =>
        Enumerable.Range(0, tokens.Count - 2).Count(i => runs.Contains($"{tokens[i]} {tokens[i + 1]} {tokens[i + 2]}")) / (double)(tokens.Count - 2);
}
