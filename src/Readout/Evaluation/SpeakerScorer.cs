using System.Globalization;
using System.Text.Json;
using Readout.Attribution;
using Readout.Text;

namespace Readout.Evaluation;

/// <summary>
/// Scores direct quotations of the newswire against eval/attribution/newswire-speakers.tsv: found where statements cover half of the quotation's
/// letters, right where the statement's speaker resolves to the person named there. Not thread-safe.
/// </summary>
public sealed class SpeakerScorer
{
    private readonly SortedDictionary<string, Score> _scores = new(StringComparer.Ordinal);

    /// <summary>Scores by name: <c>found</c>, <c>speaker</c>, and the latter by type and part of the drawing.</summary>
    public IReadOnlyDictionary<string, Score> Scores => _scores;

    /// <summary>What was not found or not right: article, quotation, expected and found speaker.</summary>
    public IList<(string Article, string Quotation, string Expected, string Found)> Errors { get; } = [];

    /// <summary>Reads the articles and adds all quotations.</summary>
    /// <param name="labels">The file newswire-speakers.tsv.</param>
    /// <param name="newswire">The file newswire.jsonl.</param>
    /// <param name="reader">The engine.</param>
    public void Add(string labels, string newswire, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Dictionary<string, List<string[]>> rows = TsvFile.Rows(labels, 5).GroupBy(cells => cells[0]).ToDictionary(group => group.Key, group => group.ToList());
        foreach (string line in File.ReadLines(newswire))
        {
            using JsonDocument article = JsonDocument.Parse(line);
            string id = article.RootElement.GetProperty("id").GetString() ?? "";
            if (rows.TryGetValue(id, out List<string[]>? quotations))
            {
                string text = article.RootElement.GetProperty("text").GetString() ?? "";
                Document read = reader.Read(new Report { Id = id, Text = text, Published = article.RootElement.GetProperty("published").GetString() });
                quotations.ForEach(cells => Judge(cells, read));
            }
        }
    }

    private void Judge(string[] cells, Document read)
    {
        var map = new CodePointMap(read.Report.Text);
        var letters = new LetterMap(read.Report.Text);
        List<(int Start, int End)> wanted = letters.Letters([.. cells[1].Split(';').Select(range => Span(range, map))]);
        int size = wanted.Sum(range => range.End - range.Start);
        Statement? best = read.Statements.Where(one => one.Within < 0 || one.Form == StatementForm.Direct)
            .MaxBy(one => LetterMap.Common(wanted, letters.Letters(one.Content)));
        bool found = best is not null && LetterMap.Common(wanted, letters.Letters(best.Content)) * 2 >= size;
        string name = found ? SpeakerName(best!, read) : "";
        bool right = found && cells[2].Split('|').Any(form => Same(form, name) || (IsSpelling(form, name) && IsWritten(form, best!, read)));
        foreach (string layer in (ReadOnlySpan<string>)["speaker", "speaker " + cells[3], "speaker " + cells[4]])
        {
            Count(layer, right);
        }

        Count("found", found);
        if (!right)
        {
            Errors.Add((cells[0], Span(cells[1].Split(';')[0], map).In(read.Report.Text)[..Math.Min(60, Span(cells[1].Split(';')[0], map).Length)].ToString(), cells[2], found ? name + " / " + best!.Reason : "-"));
        }
    }

    private void Count(string layer, bool right) => _scores[layer] = _scores.GetValueOrDefault(layer) + new Score(right ? 1 : 0, 1, 1);

    private static string SpeakerName(Statement statement, Document read)
    {
        if (statement.Speakers.Count == 0)
        {
            return "";
        }

        ActorSpan speaker = new(statement.Speakers[0].Span.In(read.Report.Text).ToString(), statement.Speakers[0].Actor);
        return speaker.Actor < 0 ? speaker.Text : read.Actors.Actors[speaker.Actor].Name;
    }

    // The gazetteer's spelling of a name that the text writes otherwise: as many words, each with the same first letter.
    private static bool IsSpelling(string expected, string found)
    {
        string[] left = expected.Split(' '), right = found.Split(' ');
        return left.Length > 1 && left.Length == right.Length && left.Zip(right).All(pair => pair.First[0] == pair.Second[0]);
    }

    private static bool IsWritten(string form, Statement statement, Document read) => statement.Speakers[0].Actor >= 0
        && read.Actors.Actors[statement.Speakers[0].Actor].Mentions.Any(mention => read.Parse.Tokens.Span(read.Mentions[mention].First, read.Mentions[mention].End).In(read.Report.Text).SequenceEqual(form));

    // The same words, case, articles, titles and the Arabic article aside: one form ends the other.
    private static bool Same(string expected, string found)
    {
        string left = Fold(expected), right = Fold(found);
        return left == right || left.EndsWith(" " + right, StringComparison.Ordinal) || right.EndsWith(" " + left, StringComparison.Ordinal)
            || left.StartsWith(right + " ", StringComparison.Ordinal) || right.StartsWith(left + " ", StringComparison.Ordinal);
    }

    private static string Fold(string name)
    {
        string folded = string.Join(' ', name.ToLowerInvariant().Replace("'s", "", StringComparison.Ordinal).Replace(" al-", " ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word is "the" or "a" or "an"));
        return folded.Length == 0 ? "-" : folded;
    }

    private static TextSpan Span(string range, CodePointMap map)
    {
        string[] ends = range.Split('-');
        return new TextSpan(map.ToUtf16(int.Parse(ends[0], CultureInfo.InvariantCulture)), map.ToUtf16(int.Parse(ends[1], CultureInfo.InvariantCulture)));
    }

    private readonly record struct ActorSpan(string Text, int Actor);
}
