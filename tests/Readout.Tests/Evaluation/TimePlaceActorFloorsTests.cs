using Readout.Evaluation;
using Readout.Parsing;
using Readout.Tests.Tokenization;
using Readout.Time;

namespace Readout.Tests.Evaluation;

/// <summary>Times, places and leaders against their floors.</summary>
public sealed class TimePlaceActorFloorsTests
{
    [CorpusFact("time/tbaq")]
    public void Times_of_news_are_not_found_worse_than_before() => HoldTimes("time tbaq", "time/tbaq");

    [CorpusFact("time/wikiwars/tml")]
    public void Times_of_histories_are_not_found_worse_than_before() => HoldTimes("time wikiwars", "time/wikiwars/tml");

    [CorpusFact("newswire/newswire.jsonl")]
    public void Places_and_leaders_are_not_resolved_worse_than_before() => HoldMentions("");

    [CorpusFact("newswire/newswire.jsonl")]
    public void Places_and_leaders_of_the_second_draw_are_not_resolved_worse_than_before() => HoldMentions("second");

    [CorpusFact("newswire/newswire.jsonl")]
    public void Places_and_leaders_of_the_third_draw_are_not_resolved_worse_than_before() => HoldMentions("third");

    [CorpusFact("newswire/newswire.jsonl")]
    public void Leaders_of_the_fourth_draw_are_not_resolved_worse_than_before() => HoldMentions("fourth");

    [CorpusFact("newswire/newswire.jsonl")]
    public void Leaders_of_the_fifth_draw_are_not_resolved_worse_than_before() => HoldMentions("fifth");

    [CorpusFact("newswire/newswire.jsonl")]
    public void Leaders_of_the_sixth_draw_are_not_resolved_worse_than_before() => HoldMentions("sixth");

    private static void HoldMentions(string draw)
    {
        (string ending, string stage) = draw.Length == 0 ? ("", "") : ("-" + draw, " " + draw);
        ILookup<string, StandoffMention> places = Labels("places", $"places{ending}.tsv");
        ILookup<string, StandoffMention> leaders = Labels("actors", $"leaders{ending}.tsv");
        HashSet<string> ids = [.. places.Select(g => g.Key), .. leaders.Select(g => g.Key)];
        Reader reader = Reader.Load(Reader.DefaultDataDirectory);
        int place = 0, placeCount = 0, person = 0, office = 0, leaderCount = 0;
        foreach (Readout.Text.Report report in NewswireReports.Read(Path.Combine(Repository.Corpora!, "newswire", "newswire.jsonl"), ids))
        {
            Document document = reader.Read(report);
            foreach (StandoffMention gold in places[report.Id])
            {
                placeCount++;
                place += MentionEvaluation.IsRightPlace(gold, document, out _) ? 1 : 0;
            }

            foreach (StandoffMention gold in leaders[report.Id])
            {
                leaderCount++;
                (bool isPerson, bool isOffice) = MentionEvaluation.IsRightLeader(gold, document, out _);
                person += isPerson ? 1 : 0;
                office += isOffice ? 1 : 0;
            }
        }

        if (placeCount > 0)
        {
            Floors.Hold("places" + stage, new Dictionary<string, double> { ["right place"] = (double)place / placeCount });
        }

        Floors.Hold("actors" + stage, new Dictionary<string, double> { ["person"] = (double)person / leaderCount, ["person and office"] = (double)office / leaderCount });
    }

    // A draw may be of leaders alone.
    private static ILookup<string, StandoffMention> Labels(string folder, string file)
    {
        string path = Path.Combine(Repository.Root, "eval", folder, file);
        return (File.Exists(path) ? StandoffMention.Load(path) : []).ToLookup(m => m.Document, StringComparer.Ordinal);
    }

    private static void HoldTimes(string stage, string folder)
    {
        SyntaxParser parser = SyntaxParser.Load(Reader.DefaultDataDirectory);
        TimeFinder finder = TimeFinder.Load(Reader.DefaultDataDirectory);
        TimeScore score = default;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Corpora!, folder), "*.tml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            TimeMlDocument document = TimeMlDocument.Load(file);
            score += TimeScore.Of(document.Times, finder.Find(parser.Parse(TestTokenizer.Shared.Tokenize(document.Report.Text)), document.Report));
        }

        Floors.Hold(stage, new Dictionary<string, double> { ["strict"] = score.StrictF1, ["relaxed"] = score.RelaxedF1, ["value"] = score.ValueF1 });
    }
}
