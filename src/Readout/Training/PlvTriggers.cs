using Readout.Events;
using Readout.Parsing;
using Readout.Text;

namespace Readout.Training;

/// <summary>Finds in each sentence of PLV the word that tells of its event: the one that a pattern of its class fits, else the one that source and target meet at.</summary>
internal static class PlvTriggers
{
    public static List<(ulong[] Features, int Label)> Read(Reader reader, EventFinder finder, string path)
    {
        var examples = new List<(ulong[] Features, int Label)>();
        var features = new List<ulong>(256);
        string[] lines = File.ReadAllLines(path);
        string[] names = lines[0].Split('\t');
        (int sentence, int source, int target, int root) = (Array.IndexOf(names, "sentence"), Array.IndexOf(names, "source"), Array.IndexOf(names, "target"), Array.IndexOf(names, "gold_root"));
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split('\t');
            Document document = reader.Read(new Report { Id = "plv", Text = cells[sentence] });
            var index = new SceneIndex(new Scene
            {
                Report = document.Report,
                Parse = document.Parse,
                Boilerplate = document.Boilerplate,
                Mentions = document.Mentions,
                Actors = document.Actors,
                Times = document.Times,
                Places = document.Places,
            });
            var view = new StatementView(index, document.Statements);
            string[] types = cells[root] == "YIELD" ? ["CONCEDE", "RETREAT"] : [cells[root]];
            EventDraft? draft = finder.Proposed(index, view, document.Statements, document.Meetings).Find(one => types.Contains(one.Type) && one.Source is EventSource.Verb or EventSource.Noun);
            int row = draft?.Row ?? MeetingPoint(index.Parse, RowOf(document, cells[source]), RowOf(document, cells[target]));
            string type = draft?.Type ?? types[0];
            if (row >= 0 && TriggerFeatures.MayTell(index, row) && (draft is not null || types.Length == 1))
            {
                finder.TriggersOf(index, view).Describe(row, features);
                examples.Add(([.. features.Distinct()], Array.IndexOf(EventTypes.All, type) + 1));
            }
        }

        return examples;
    }

    private static int RowOf(Document document, string phrase)
    {
        int start = document.Report.Text.IndexOf(phrase, StringComparison.Ordinal);
        if (start < 0 || phrase.Length == 0)
        {
            return -1;
        }

        int first = document.Tokens.RowAt(start);
        for (int row = first; row < document.Tokens.Count && document.Tokens.Starts[row] < start + phrase.Length; row++)
        {
            int head = document.Parse.Heads[row];
            if (head < 0 || document.Tokens.Starts[head] < start || document.Tokens.Starts[head] >= start + phrase.Length)
            {
                return row;
            }
        }

        return -1;
    }

    private static int MeetingPoint(ParsedText parse, int one, int other)
    {
        for (int at = one; at >= 0 && other >= 0; at = parse.Heads[at])
        {
            if (at != one && parse.IsUnder(other, at))
            {
                return at;
            }
        }

        return -1;
    }
}
