using System.Globalization;
using System.Text.Json;
using Readout.Attribution;
using Readout.Text;

namespace Readout.Evaluation;

/// <summary>
/// Scores whom statements address against eval/attribution/newswire-addressees.tsv: right where an addressee of a statement that the sentence introduces overlaps the
/// annotated span. Not thread-safe.
/// </summary>
public sealed class AddresseeScorer
{
    /// <summary>Addressees right, annotated and found.</summary>
    public Score Score { get; private set; }

    /// <summary>What was missed or found beside: article, annotated and found addressees.</summary>
    public IList<(string Article, string Expected, string Found)> Errors { get; } = [];

    /// <summary>Reads the articles and adds all sentences.</summary>
    /// <param name="labels">The file newswire-addressees.tsv.</param>
    /// <param name="newswire">The file newswire.jsonl.</param>
    /// <param name="reader">The engine.</param>
    public void Add(string labels, string newswire, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ILookup<string, string[]> rows = TsvFile.Rows(labels, 4).ToLookup(cells => cells[0], StringComparer.Ordinal);
        foreach (string line in File.ReadLines(newswire))
        {
            using JsonDocument article = JsonDocument.Parse(line);
            string id = article.RootElement.GetProperty("id").GetString() ?? "";
            if (rows.Contains(id))
            {
                string text = article.RootElement.GetProperty("text").GetString() ?? "";
                Document read = reader.Read(new Report { Id = id, Text = text, Published = article.RootElement.GetProperty("published").GetString() });
                foreach (string[] cells in rows[id])
                {
                    Judge(cells, read);
                }
            }
        }
    }

    private void Judge(string[] cells, Document read)
    {
        var map = new CodePointMap(read.Report.Text);
        TextSpan sentence = Span(cells[1], map);
        TextSpan? wanted = cells[2] == "_" ? null : Span(cells[2], map);
        List<TextSpan> found = [.. read.Statements.Where(one => Introduces(sentence, one)).SelectMany(one => one.Addressees).Select(one => one.Span).Distinct()];
        bool isRight = wanted is { } span && found.Exists(one => one.Overlaps(span));
        Score += new Score(isRight ? 1 : 0, wanted is null ? 0 : 1, found.Count);
        if (isRight ? found.Count > 1 : found.Count > 0 || wanted is not null)
        {
            Errors.Add((cells[0], wanted?.In(read.Report.Text).ToString() ?? "-", string.Join(" | ", found.Select(one => one.In(read.Report.Text).ToString()))));
        }
    }

    private static bool Introduces(TextSpan sentence, Statement statement)
    {
        int start = (statement.Cue ?? statement.Content[0]).Start;
        return start >= sentence.Start && start < sentence.End;
    }

    private static TextSpan Span(string range, CodePointMap map)
    {
        string[] ends = range.Split('-');
        return new TextSpan(map.ToUtf16(int.Parse(ends[0], CultureInfo.InvariantCulture)), map.ToUtf16(int.Parse(ends[1], CultureInfo.InvariantCulture)));
    }
}
