using System.Diagnostics;
using System.Globalization;
using Readout.Models;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Bench;

/// <summary>
/// Tokenizer and parser on raw texts, in words a second of processor time, which other programs on the machine disturb least: one thread,
/// all threads, a long document against short ones, bytes allocated.
/// </summary>
internal static class ParserBenchmark
{
    public static int Run(string directory, string[] options)
    {
        int rounds = options.Length > 1 && options[0] == "--rounds" ? int.Parse(options[1], CultureInfo.InvariantCulture) : 9;
        string data = Reader.DefaultDataDirectory;
        Tokenizer tokenizer = Tokenizer.Load(data);
        var clock = Stopwatch.StartNew();
        SyntaxParser parser = SyntaxParser.Load(data);
        Print("load", clock.Elapsed.TotalMilliseconds, "ms");
        string[] texts = [.. Directory.GetFiles(directory, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        TokenTable[] tables = [.. texts.Select(tokenizer.Tokenize)];
        long words = tables.Sum(t => (long)t.Count);
        Print("texts", texts.Length, $"with {words} words; kernel {Int8Kernels.Best}");
        Rate("tokenize", words, rounds, () => Array.ForEach(texts, t => tokenizer.Tokenize(t)));
        Rate("tag and parse", words, rounds, () => Array.ForEach(tables, t => parser.Parse(t)));
        Rate("both", words, rounds, () => Array.ForEach(texts, t => parser.Parse(tokenizer.Tokenize(t))));
        Threads(tables, words, parser, rounds);
        LongDocument(tables, tokenizer, parser, rounds);
        Allocation(tables, parser);
        using Process self = Process.GetCurrentProcess();
        Print("resident memory", self.WorkingSet64 / 1048576.0, "MiB");
        return 0;
    }

    private static double Rate(string name, long words, int rounds, Action work)
    {
        work();
        double[] seconds = [.. Enumerable.Range(0, rounds).Select(_ => ProcessorSeconds(work)).Order()];
        double rate = words / seconds[rounds / 2];
        Print(name, rate, string.Create(CultureInfo.InvariantCulture, $"words/s (best {words / seconds[0]:N0})"));
        return rate;
    }

    private static double ProcessorSeconds(Action work)
    {
        using Process self = Process.GetCurrentProcess();
        TimeSpan before = self.TotalProcessorTime;
        work();
        self.Refresh();
        return (self.TotalProcessorTime - before).TotalSeconds;
    }

    /// <summary>One document an item; the share of linear is the processor time of one thread over that of all.</summary>
    private static void Threads(TokenTable[] tables, long words, SyntaxParser parser, int rounds)
    {
        int threads = Environment.ProcessorCount;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        double one = Rate("1 thread", words, rounds, () => Array.ForEach(tables, t => parser.Parse(t)));
        double all = Rate($"{threads} threads", words, rounds, () => Parallel.ForEach(tables, parallel, t => parser.Parse(t)));
        Print("share of linear", all / one, "(processor time)");
    }

    private static void LongDocument(TokenTable[] tables, Tokenizer tokenizer, SyntaxParser parser, int rounds)
    {
        var text = new System.Text.StringBuilder();
        var pieces = new List<TokenTable>();
        foreach (TokenTable table in tables)
        {
            text.Append(table.Text).Append("\n\n");
        }

        for (int i = 0; i + 6000 < text.Length; i += 6000)
        {
            pieces.Add(tokenizer.Tokenize(text.ToString(i, 6000)));
        }

        TokenTable whole = tokenizer.Tokenize(text.ToString());
        double shorts = Rate("documents of 1,000 words", pieces.Sum(p => (long)p.Count), rounds, () => pieces.ForEach(p => parser.Parse(p)));
        double longs = Rate($"one of {whole.Count:N0} words", whole.Count, rounds, () => parser.Parse(whole));
        Print("time per word, long over short", shorts / longs, "");
    }

    private static void Allocation(TokenTable[] tables, SyntaxParser parser)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Array.ForEach(tables, t => parser.Parse(t));
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Print("allocated", bytes / (double)tables.Sum(t => (long)t.Count), "bytes a word (the columns of the result are 53)");
    }

    private static void Print(string name, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-32}{value,14:N2} {unit}"));
}
