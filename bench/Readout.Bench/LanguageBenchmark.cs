using System.Diagnostics;
using System.Globalization;
using Readout.Entities;
using Readout.Parsing;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Bench;

/// <summary>
/// One thread over a folder of raw texts, the stages of the language engine and the whole reading, interleaved with wink-nlp's
/// four layers where it is installed. Rates are in white-space words, so that tokenizers do not change the unit.
/// </summary>
internal static class LanguageBenchmark
{
    public static int Run(string folder, string[] options)
    {
        int rounds = Options.Number(options, "--rounds", 9);
        string[] texts = [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        long words = texts.Sum(text => (long)text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        (string Name, Action<string> Read)[] ours = Stages();
        using WinkPeer? wink = WinkPeer.Start(folder);
        var seconds = new List<double>[ours.Length + 1];
        for (int i = 0; i < seconds.Length; i++)
        {
            seconds[i] = [];
        }

        for (int round = -2; round < rounds; round++)
        {
            for (int i = 0; i < ours.Length; i++)
            {
                Keep(seconds[i], round, Time(texts, ours[i].Read));
            }

            if (wink is not null)
            {
                Keep(seconds[^1], round, wink.Round().Seconds);
            }
        }

        Print(ours, seconds, words, wink is not null);
        return 0;
    }

    private static (string Name, Action<string> Read)[] Stages()
    {
        string data = Reader.DefaultDataDirectory;
        Tokenizer tokenizer = Tokenizer.Load(data);
        SyntaxParser parser = SyntaxParser.Load(data);
        NameRecognizer names = NameRecognizer.Load(data);
        Reader reader = Reader.Load(data);
        return
        [
            ("words and sentences", text => tokenizer.Tokenize(text)),
            ("+ tags, lemmas", text => parser.Tag(tokenizer.Tokenize(text))),
            ("+ tags, lemmas, names", text => names.Find(parser.Tag(tokenizer.Tokenize(text)))),
            ("+ tags, lemmas, parse", text => parser.Parse(tokenizer.Tokenize(text))),
            ("+ parse, names", text => names.Find(parser.Parse(tokenizer.Tokenize(text)))),
            ("everything", text => reader.Read(new Report { Id = "bench", Text = text })),
        ];
    }

    private static double Time(string[] texts, Action<string> read)
    {
        var clock = Stopwatch.StartNew();
        foreach (string text in texts)
        {
            read(text);
        }

        return clock.Elapsed.TotalSeconds;
    }

    // The first rounds are for the compiler.
    private static void Keep(List<double> seconds, int round, double value)
    {
        if (round >= 0)
        {
            seconds.Add(value);
        }
    }

    private static void Print((string Name, Action<string> Read)[] ours, List<double>[] seconds, long words, bool peer)
    {
        double winkMedian = peer ? Median(seconds[^1]) : double.NaN;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{words} words, one thread, median of {seconds[0].Count} interleaved rounds"));
        Console.WriteLine($"{"",-24}{"words/s",12}{"to wink-nlp",14}");
        for (int i = 0; i < ours.Length; i++)
        {
            double median = Median(seconds[i]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ours[i].Name,-24}{words / median,12:N0}{(peer ? $"{winkMedian / median:0.00}" : "-"),14}"));
        }

        if (peer)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"wink-nlp, four layers",-24}{words / winkMedian,12:N0}{"1.00",14}"));
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
