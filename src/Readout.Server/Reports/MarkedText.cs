using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Readout.Store;

namespace Readout.Server.Reports;

/// <summary>
/// A report's text in paragraphs with its marks. Marks may overlap in any way, and links cannot nest: the text is cut wherever a mark
/// begins or ends, and each piece is one element that carries the classes of all marks over it.
/// </summary>
public sealed class MarkedText : ComponentBase
{
    private IReadOnlyList<Mark> _marks = [];

    /// <summary>The report.</summary>
    [Parameter]
    [EditorRequired]
    public StoredReport Report { get; set; } = null!;

    /// <summary>Record id (<c>s3</c>) of the one fact whose paragraphs and marks are shown; null for all.</summary>
    [Parameter]
    public string? Only { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        IReadOnlyList<Mark> all = ReportMarks.Of(Report);
        _marks = Only is null ? all : [.. all.Where(mark => mark.Fact == Only || mark.Role is MarkRole.Mention)];
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        string text = Report.Text;
        bool first = true;
        int next = 0;
        for (int start = 0; start < text.Length; start = next)
        {
            int end = text.AsSpan(start).IndexOf('\n');
            end = end < 0 ? text.Length : start + end;
            next = end + 1;
            if (text.AsSpan(start, end - start).Trim().IsEmpty)
            {
                continue;
            }

            bool headline = first && Report.Summary.Headline is { } known && text.AsSpan(start, end - start).Trim().SequenceEqual(known.AsSpan().Trim());
            first = false;
            if (Only is null || _marks.Any(mark => mark.Fact == Only && mark.Start < end && start < mark.End))
            {
                Paragraph(builder, (start, end), headline && Only is null ? "h1" : "p");
            }
        }
    }

    private void Paragraph(RenderTreeBuilder builder, (int Start, int End) line, string element)
    {
        List<Mark> here = [.. _marks.Where(mark => mark.Start < line.End && line.Start < mark.End)];
        builder.OpenElement(0, element);
        if (here.Exists(mark => mark.Role == MarkRole.Boilerplate))
        {
            builder.AddAttribute(1, "class", "boilerplate");
        }

        int[] cuts = [.. here.SelectMany(mark => (int[])[mark.Start, mark.End]).Append(line.Start).Append(line.End).Where(cut => cut >= line.Start && cut <= line.End).Distinct().Order()];
        for (int i = 0; i + 1 < cuts.Length; i++)
        {
            Piece(builder, cuts[i], cuts[i + 1], here);
        }

        builder.CloseElement();
    }

    private void Piece(RenderTreeBuilder builder, int start, int end, List<Mark> here)
    {
        List<Mark> over = [.. here.Where(mark => mark.Covers(start, end))];
        if (over.Count == 0)
        {
            builder.AddContent(2, Report.Text[start..end]);
            return;
        }

        string? href = over.LastOrDefault(mark => mark.Role is MarkRole.Mention or MarkRole.Cue or MarkRole.Source or MarkRole.Addressee && mark.Href is not null)?.Href;
        builder.OpenElement(3, href is null ? "span" : "a");
        builder.AddAttribute(4, "class", Classes(over));
        builder.AddAttribute(5, "href", href);
        builder.AddAttribute(6, "title", over.LastOrDefault(mark => mark.Role == MarkRole.Time)?.Gloss);
        builder.AddContent(7, Report.Text[start..end]);
        builder.CloseElement();
        foreach (Mark ended in over.Where(mark => mark.End == end))
        {
            After(builder, ended);
        }
    }

    private static void After(RenderTreeBuilder builder, Mark ended)
    {
        if (ended.Role == MarkRole.Mention && ended.Gloss is not null)
        {
            builder.OpenElement(8, "span");
            builder.AddAttribute(9, "class", "gloss");
            builder.AddContent(10, $" [{ended.Gloss}]");
            builder.CloseElement();
        }

        if (ended.Note is not null)
        {
            builder.OpenElement(11, "a");
            builder.AddAttribute(12, "class", "note " + ended.Fact);
            builder.AddAttribute(13, "href", "#" + ended.Fact);
            builder.AddAttribute(14, "aria-label", "Note " + ended.Note);
            builder.AddContent(15, ended.Note);
            builder.CloseElement();
        }
    }

    private static string Classes(List<Mark> over)
    {
        var classes = new List<string>();
        foreach (Mark mark in over)
        {
            classes.Add(ClassOf(mark.Role));
            if (mark.Fact is not null)
            {
                classes.Add(mark.Fact);
            }
        }

        return string.Join(' ', classes.Distinct());
    }

    private static string ClassOf(MarkRole role) => role switch
    {
        MarkRole.Source => "src",
        MarkRole.Addressee => "adr",
        MarkRole.Cue => "cue",
        MarkRole.Content => "cnt",
        MarkRole.Action => "act",
        MarkRole.Evidence => "evd",
        MarkRole.Time => "time",
        MarkRole.Mention => "men",
        _ => "bpl",
    };
}
