using System.Text;
using Readout.Attribution;
using Readout.Server.Exports;
using Readout.Server.Layout;
using Readout.Store;
using Readout.Store.Facts;

namespace Readout.Server.Briefings;

/// <summary>A briefing as Markdown (CommonMark), each line with its source. What came from reports is escaped.</summary>
internal static class BriefingMarkdown
{
    public static string Write(Briefing briefing, string origin)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Escape(briefing.Title)).Append("\n\n").Append(Rule(briefing)).Append('\n');
        Section(text, "Who met whom", briefing.Meetings, origin);
        Section(text, "What was said", briefing.Statements, origin);
        Section(text, "What was agreed and falls due", briefing.Commitments, origin);
        return text.ToString();
    }

    /// <summary>How the lines were chosen, in one sentence.</summary>
    public static string Rule(Briefing briefing)
    {
        int shown = briefing.Meetings.Count + briefing.Statements.Count + briefing.Commitments.Count;
        string marked = briefing.NewSince is null ? "" : $" What was added since {Days.Long(briefing.NewSince)} is marked as new and chosen before the rest.";
        string cut = briefing.IsCut ? " Of the rest the latest are shown; a shorter period shows all." : "";
        return $"{shown} lines from {briefing.Considered} facts: meetings and commitments; statements that promise, threaten, refuse, deny, accuse, ask or announce first, "
            + "then direct quotations, then what most reports tell. Reports of the same are one line." + marked + cut;
    }

    private static void Section(StringBuilder text, string heading, IReadOnlyList<BriefedFact> lines, string origin)
    {
        if (lines.Count == 0)
        {
            return;
        }

        text.Append("\n## ").Append(heading).Append("\n\n");
        foreach (BriefedFact line in lines)
        {
            text.Append(line.IsNew ? "- **New:** " : "- ").Append(Line(line.Fact)).Append(' ').Append(Source(line.Fact, origin)).Append('\n');
            foreach (Fact other in line.Others)
            {
                bool differs = line.Fact is StatementFact && !string.Equals(other.Words, line.Fact.Words, StringComparison.Ordinal);
                text.Append("  - ").Append(differs ? "\u201C" + Escape(other.Words) + "\u201D " : "also ").Append(Source(other, origin)).Append('\n');
            }
        }
    }

    private static string Line(Fact fact)
    {
        string who = Escape(string.Join(", ", FactColumns.Actors(fact).Select(actor => actor.Name)));
        string day = Days.Short(fact.Time ?? fact.Day);
        string when = day.Length == 0 ? "" : $"**{day}** ";
        return fact switch
        {
            StatementFact { Form: StatementForm.Direct } said => $"{when}{who} ({RecordNames.Of(said.Kind)}): \u201C{Escape(said.Words)}\u201D",
            StatementFact said => $"{when}{who} ({RecordNames.Of(said.Kind)}): {Escape(said.Words)}",
            MeetingFact met => $"{when}{who}: {Entry.MeetingLabel(met)}{(met.Place is null ? "" : ", " + Escape(met.Place))}",
            CommitmentFact bound => $"{who}: {Escape(bound.Action)} ({Terms(bound)})",
            _ => Escape(fact.Words),
        };
    }

    private static string Terms(CommitmentFact bound) => string.Join(", ", ((string[])[RecordNames.Of(bound.Status), Entry.Terms(bound)]).Where(term => term.Length > 0));

    private static string Source(Fact fact, string origin)
    {
        string outlet = Escape(fact.Report.Outlet ?? Titles.Of(fact.Report));
        string published = Days.Short(fact.Report.Published);
        return $"([{outlet}{(published.Length == 0 ? "" : ", " + published)}]({FactColumns.Url(origin, fact)}))";
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is '\r' or '\n')
            {
                escaped.Append(' ');
            }
            else
            {
                escaped.Append(c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '|' or '!' or '&' ? "\\" : "").Append(c);
            }
        }

        return escaped.ToString();
    }
}
