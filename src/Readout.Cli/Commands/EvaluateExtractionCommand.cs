using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Readout.Cli.Running;
using Readout.Sources.Evaluation;
using Readout.Sources.Pages;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate extraction</c>: text and metadata of web pages against the page sets of trafilatura and Readability.</summary>
internal static class EvaluateExtractionCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "Folder with readability.tar.gz and trafilatura.tar.gz, or with what is in them." };
        folder.AcceptExistingOnly();
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var command = new Command("extraction", "Score the text and metadata taken from web pages.") { folder, json };
        command.SetAction(parse => Run(parse.GetRequiredValue(folder).FullName, parse.GetValue(json)));
        return command;
    }

    private static int Run(string folder, bool json)
    {
        var sets = PageGoldReader.Read(folder);
        if (sets.Count == 0)
        {
            Console.Error.WriteLine($"readout: {folder}: no page set; expected readability.tar.gz or trafilatura.tar.gz, or the folders in them");
            return ExitCodes.SomeFailed;
        }

        ArticleExtractor extractor = ArticleExtractor.Load(Reader.DefaultDataDirectory);
        var scores = new List<ExtractionScore>();
        var time = new Stopwatch();
        foreach ((string set, PageGold page) in sets.SelectMany(s => s.Value.Select(page => (s.Key, page))))
        {
            time.Start();
            ExtractedPage extracted = extractor.Extract(MarkupDecoder.Decode(page.Content) ?? "", page.Address);
            time.Stop();
            scores.Add(ExtractionScorer.Score(set, page, extracted));
        }

        ExtractionScore[] rows = [.. scores.GroupBy(s => (s.Set, s.Half)).Concat(scores.GroupBy(s => (s.Set, Half: "all")))
            .Select(g => g.Aggregate(ExtractionScore.Add)).OrderBy(r => r.Set, StringComparer.Ordinal).ThenByDescending(r => r.Half, StringComparer.Ordinal)];
        Console.Out.Write(json ? JsonSerializer.Serialize(rows, JsonSerializerOptions.Web) + "\n" : Table(rows));
        if (!json)
        {
            Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"\n{scores.Count} pages, {scores.Count / time.Elapsed.TotalSeconds:F0} pages/s on one thread, start-up of the code included\n"));
        }

        return ExitCodes.Done;
    }

    private static string Table(ExtractionScore[] rows)
    {
        var table = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        table.WriteLine($"{"set",-12} {"half",-12} {"pages",5}  {"precision",9} {"recall",7} {"seg. F1",7}  {"token F1",8} {"no figures",10}  {"dates",9} {"wrong",5}  {"titles",9}  {"authors",9}");
        foreach (ExtractionScore row in rows)
        {
            bool hasSegments = row.Hits + row.Misses > 0;
            table.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Set,-12} {row.Half,-12} {row.Pages,5}  {Percent(row.Precision, hasSegments),9} {Percent(row.Recall, hasSegments),7} {Percent(row.SegmentF1, hasSegments),7}  {Percent(row.TokenF1, row.Texts > 0),8} {Percent(row.TokenF1WithoutFigures, row.Texts > 0),10}  {$"{row.DatesRight}/{row.Dates}",9} {row.DatesWrong,5}  {$"{row.TitlesRight}/{row.Titles}",9}  {$"{row.AuthorsRight}/{row.Authors}",9}"));
        }

        return table.ToString();
    }

    private static string Percent(double share, bool isKnown) => isKnown ? (100 * share).ToString("F2", CultureInfo.InvariantCulture) : "-";
}
