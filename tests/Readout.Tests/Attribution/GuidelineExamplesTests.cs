using System.Text;
using Readout.Attribution;
using Readout.Tests.Evaluation;
using Readout.Text;
using Xunit.Abstractions;

namespace Readout.Tests.Attribution;

/// <summary>The examples of docs/guidelines/statements.md, read as reports of their own.</summary>
public sealed class GuidelineExamplesTests(ITestOutputHelper output)
{
    [Fact]
    public void Statements_of_the_guideline_are_found_as_often_as_before()
    {
        Reader reader = Reader.Load(Reader.DefaultDataDirectory);
        int found = 0, whole = 0, total = 0;
        foreach ((string text, Dictionary<string, List<TextSpan>> spans, string form) in Examples())
        {
            Statement? best = reader.Read(new Report { Id = "example", Text = text }).Statements
                .FirstOrDefault(statement => statement.Content.SequenceEqual(spans["content"]));
            bool isWhole = best is not null && best.Form.ToString().Equals(form, StringComparison.OrdinalIgnoreCase)
                && spans.GetValueOrDefault("source", []).SequenceEqual(best.Speakers.Select(speaker => speaker.Span).Distinct());
            total++;
            found += best is null ? 0 : 1;
            whole += isWhole ? 1 : 0;
            output.WriteLine($"{(isWhole ? "right  " : best is null ? "missing" : "partly ")} {text}");
        }

        output.WriteLine($"{found} contents and {whole} whole statements of {total}");
        Floors.Hold("guideline", new Dictionary<string, double> { ["content"] = (double)found / total, ["statement"] = (double)whole / total });
    }

    private static IEnumerable<(string Text, Dictionary<string, List<TextSpan>> Spans, string Form)> Examples()
    {
        string[] blocks = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guidelines", "statements.md")).Split("```example\n");
        foreach (string block in blocks.Skip(1))
        {
            string example = block[..block.IndexOf("```", StringComparison.Ordinal)];
            int arrow = example.IndexOf("=>", StringComparison.Ordinal);
            (string text, Dictionary<string, List<TextSpan>> spans) = Unmark(example[..arrow].Trim().Replace('\n', ' '));
            yield return (text, spans, example[(arrow + 2)..].Trim().Split(' ')[0]);
        }
    }

    private static (string Text, Dictionary<string, List<TextSpan>> Spans) Unmark(string marked)
    {
        var text = new StringBuilder();
        var spans = new Dictionary<string, List<TextSpan>>(StringComparer.Ordinal);
        var open = new Stack<(string Role, int Start)>();
        for (int i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '{')
            {
                int space = marked.IndexOf(' ', i);
                open.Push((marked[(i + 1)..space], text.Length));
                i = space;
            }
            else if (marked[i] == '}')
            {
                (string role, int start) = open.Pop();
                if (!spans.TryGetValue(role, out List<TextSpan>? list))
                {
                    spans.Add(role, list = []);
                }

                list.Add(new TextSpan(start, text.Length));
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        foreach (List<TextSpan> list in spans.Values)
        {
            list.Sort();
        }

        return (text.ToString(), spans);
    }
}
