using System.CommandLine;
using Readout.Cli.Running;
using Readout.Evaluation;
using Readout.Text;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate places</c> and <c>evaluate actors</c>: labelled phrases of the newswire against what is read there.</summary>
internal static class EvaluateMentionsCommand
{
    public static Command CreatePlaces() => Create("places", "Score places against labelled phrases of a newswire corpus.", CountPlaces);

    public static Command CreateActors() => Create("actors", "Score leaders (person, and office on the day) against labelled phrases of a newswire corpus.", CountLeaders);

    private static Command Create(string name, string description, Func<IEnumerable<(StandoffMention Gold, Document Document)>, bool, List<(string Name, Score Score)>> count)
    {
        var labels = new Argument<FileInfo>("LABELS.tsv") { Description = "Labelled phrases: document id, start, end, names, values." };
        labels.AcceptExistingOnly();
        var newswire = new Option<FileInfo>("--newswire") { Description = "The reports as JSON Lines.", Required = true };
        newswire.AcceptExistingOnly();
        var errors = new Option<bool>("--errors") { Description = "Write each wrong phrase with what was read." };
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var command = new Command(name, description) { labels, newswire, errors, json };
        command.SetAction(parse => Run(
            () => count(Read(parse.GetRequiredValue(labels).FullName, parse.GetRequiredValue(newswire).FullName), parse.GetValue(errors)), name, parse.GetValue(json)));
        return command;
    }

    private static int Run(Func<List<(string Name, Score Score)>> count, string group, bool json)
    {
        try
        {
            var table = new ScoreTable();
            foreach ((string name, Score score) in count())
            {
                table.Add(group, name, score);
            }

            table.Write(Console.Out, json);
            return ExitCodes.Done;
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            Console.Error.WriteLine($"readout: {failure.Message}");
            return ExitCodes.SomeFailed;
        }
    }

    private static IEnumerable<(StandoffMention Gold, Document Document)> Read(string labels, string newswire)
    {
        ILookup<string, StandoffMention> gold = StandoffMention.Load(labels).ToLookup(m => m.Document, StringComparer.Ordinal);
        Reader reader = Reader.Load(Reader.DefaultDataDirectory);
        foreach (Report report in NewswireReports.Read(newswire, gold.Select(g => g.Key).ToHashSet(StringComparer.Ordinal)))
        {
            Document document = reader.Read(report);
            foreach (StandoffMention mention in gold[report.Id])
            {
                yield return (mention, document);
            }
        }
    }

    private static List<(string Name, Score Score)> CountPlaces(IEnumerable<(StandoffMention Gold, Document Document)> pairs, bool errors)
    {
        int right = 0;
        int all = 0;
        foreach ((StandoffMention gold, Document document) in pairs)
        {
            bool isRight = MentionEvaluation.IsRightPlace(gold, document, out string found);
            right += isRight ? 1 : 0;
            all++;
            Report(errors && !isRight, gold, document, found);
        }

        return [("right place", new Score(right, all, all))];
    }

    private static List<(string Name, Score Score)> CountLeaders(IEnumerable<(StandoffMention Gold, Document Document)> pairs, bool errors)
    {
        int people = 0;
        int offices = 0;
        int all = 0;
        foreach ((StandoffMention gold, Document document) in pairs)
        {
            (bool person, bool office) = MentionEvaluation.IsRightLeader(gold, document, out string found);
            people += person ? 1 : 0;
            offices += office ? 1 : 0;
            all++;
            Report(errors && !office, gold, document, found);
        }

        return [("right person", new Score(people, all, all)), ("right person and office", new Score(offices, all, all))];
    }

    private static void Report(bool write, StandoffMention gold, Document document, string found)
    {
        if (write)
        {
            string phrase = gold.Span.In(document.Report.Text).ToString().ReplaceLineEndings(" ");
            Console.Out.WriteLine($"{gold.Document}\t{gold.Span.Start}\t{phrase}\t{string.Join('|', gold.Names)} {string.Join('|', gold.Values)}\t{found}");
        }
    }
}
