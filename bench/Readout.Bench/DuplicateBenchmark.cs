using System.Diagnostics;
using System.Globalization;
using System.Text;
using Readout.Merging;

namespace Readout.Bench;

/// <summary>
/// Places generated reports among those before them: <c>bench/run duplicates [--reports N] [--measured N]</c>. One in ten is a cut copy of
/// an earlier one. A report's text follows from its number, so that the memory measured is the index alone.
/// </summary>
internal static class DuplicateBenchmark
{
    private const int Vocabulary = 60_000;
    private const int Words = 250;

    public static int Run(string[] options)
    {
        int reports = Options.Number(options, "--reports", 1_000_000);
        int measured = Math.Min(reports / 2, Options.Number(options, "--measured", 10_000));
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var groups = new DuplicateGroups(Text);
        var times = new List<double>(measured);
        int copies = 0;
        int found = 0;
        for (int report = 0; report < reports; report++)
        {
            string text = Text(report);
            long start = Stopwatch.GetTimestamp();
            ReportPlacement placement = groups.Place(text);
            double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (report >= reports - measured)
            {
                times.Add(elapsed);
            }

            copies += Origin(report) is null ? 0 : 1;
            found += Origin(report) is { } origin && placement.Group == groups.GroupOf(origin) ? 1 : 0;
        }

        long bytes = GC.GetTotalMemory(forceFullCollection: true) - before - (8L * times.Capacity);
        GC.KeepAlive(groups);
        times.Sort();
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{reports} reports of about {Words} words, {copies} of them cut copies: {100.0 * found / Math.Max(1, copies):F2}% found, {groups.Origins} origins\n"
            + $"placing one of the last {measured}: median {times[times.Count / 2]:F3} ms, 99% {times[(int)(0.99 * times.Count)]:F3} ms, most {times[^1]:F3} ms\n"
            + $"memory of the index: {(double)bytes / reports:F0} bytes a report"));
        return 0;
    }

    // Every tenth report copies one at a third of its number.
    private static int? Origin(int report) => report % 10 == 9 ? (report / 3) - (report / 3 % 10 == 9 ? 1 : 0) : null;

    private static string Text(int report)
    {
        if (Origin(report) is { } origin)
        {
            string whole = Text(origin);
            return "headline number " + report.ToString(CultureInfo.InvariantCulture) + "\n\n" + whole[..(whole.Length * (4 + (report / 10 % 6)) / 10)];
        }

        var random = new Random(report);
        var text = new StringBuilder(Words * 8);
        for (int word = 0; word < Words; word++)
        {
            // Zipf's law, nearly: the rank is a power of an even number.
            int rank = (int)Math.Pow(Vocabulary, random.NextDouble());
            text.Append('w').Append(rank.ToString(CultureInfo.InvariantCulture)).Append(word % 25 == 24 ? ".\n\n" : " ");
        }

        return text.ToString();
    }
}
