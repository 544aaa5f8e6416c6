using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Readout.Cli.Running;
using Readout.Sources.Evaluation;
using Readout.Sources.Pages;
using Readout.Sources.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate extraction</c>: text and metadata of web pages against the page sets of trafilatura and Readability.</summary>
internal static class EvaluateExtractionCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "Folder with readability.tar.gz and trafilatura.tar.gz, or with what is in them." };
        folder.AcceptExistingOnly();
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var cross = new Option<int>("--cross") { Description = "Train and score in so many folds, by site, in place of the shipped model; 0 for the shipped model." };
        cross.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or 1 or > 50)
            {
                result.AddError("--cross: expected 0 or 2 to 50 folds");
            }
        });
        var command = new Command("extraction", "Score the text and metadata taken from web pages.") { folder, json, cross };
        command.SetAction(parse => Run(parse.GetRequiredValue(folder).FullName, parse.GetValue(json), parse.GetValue(cross)));
        return command;
    }

    private static int Run(string folder, bool json, int folds)
    {
        var sets = PageGoldReader.Read(folder);
        if (sets.Count == 0)
        {
            Console.Error.WriteLine($"readout: {folder}: no page set; expected readability.tar.gz or trafilatura.tar.gz, or the folders in them");
            return ExitCodes.SomeFailed;
        }

        var time = new Stopwatch();
        List<ExtractionScore> scores = [.. folds > 0
            ? ExtractionTraining.Load(Reader.DefaultDataDirectory).CrossValidate(sets, folds)
            : Score(sets, ArticleExtractor.Load(Reader.DefaultDataDirectory), time)];
        ExtractionScore[] rows = [.. scores.GroupBy(s => s.Set).Select(g => g.Aggregate(ExtractionScore.Add)).OrderBy(r => r.Set, StringComparer.Ordinal)];
        Console.Out.Write(json ? JsonSerializer.Serialize(rows, JsonSerializerOptions.Web) + "\n" : Table(rows));
        if (!json && folds == 0)
        {
            Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"\n{scores.Count} pages, {scores.Count / time.Elapsed.TotalSeconds:F0} pages/s on one thread, start-up of the code included\n"));
        }

        return ExitCodes.Done;
    }

    private static IEnumerable<ExtractionScore> Score(IReadOnlyDictionary<string, IReadOnlyList<PageGold>> sets, ArticleExtractor extractor, Stopwatch time)
    {
        foreach ((string set, PageGold page) in sets.SelectMany(s => s.Value.Select(page => (s.Key, page))))
        {
            time.Start();
            ExtractedPage extracted = extractor.Extract(MarkupDecoder.Decode(page.Content) ?? "", page.Address);
            time.Stop();
            yield return ExtractionScorer.Score(set, page, extracted);
        }
    }

    private static string Table(ExtractionScore[] rows)
    {
        var table = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        table.WriteLine($"{"set",-12} {"model",-15} {"pages",5}  {"precision",9} {"recall",7} {"seg. F1",7}  {"token F1",8} {"no figures",10}  {"dates",9} {"wrong",5}  {"titles",9}  {"authors",9}");
        foreach (ExtractionScore row in rows)
        {
            bool hasSegments = row.Hits + row.Misses > 0;
            table.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Set,-12} {row.Model,-15} {row.Pages,5}  {Percent(row.Precision, hasSegments),9} {Percent(row.Recall, hasSegments),7} {Percent(row.SegmentF1, hasSegments),7}  {Percent(row.TokenF1, row.Texts > 0),8} {Percent(row.TokenF1WithoutFigures, row.Texts > 0),10}  {$"{row.DatesRight}/{row.Dates}",9} {row.DatesWrong,5}  {$"{row.TitlesRight}/{row.Titles}",9}  {$"{row.AuthorsRight}/{row.Authors}",9}"));
        }

        return table.ToString();
    }

    private static string Percent(double share, bool isKnown) => isKnown ? (100 * share).ToString("F2", CultureInfo.InvariantCulture) : "-";
}
