using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Readout.Attribution;
using Readout.Store.Facts;

namespace Readout.Server.Layout;

/// <summary>A fact's words with those that were searched for marked, and a direct quotation's marks around them.</summary>
public sealed class Words : ComponentBase
{
    /// <summary>The fact.</summary>
    [Parameter]
    [EditorRequired]
    public Fact Fact { get; set; } = null!;

    /// <summary>Most characters shown; the rest is an ellipsis.</summary>
    [Parameter]
    public int Most { get; set; } = 600;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        bool direct = Fact is StatementFact { Form: StatementForm.Direct };
        int left = Most;
        builder.AddContent(0, direct ? "\u201C" : "");

        // U+0002 and U+0003 stand before and after each word found. A report that holds them itself only gets a mark more.
        string[] parts = (Fact.Highlighted ?? Fact.Words).Split('\u0002', '\u0003');
        for (int i = 0; i < parts.Length && left > 0; i++)
        {
            string part = Cut(parts[i], left);
            left -= parts[i].Length;
            if (i % 2 == 1)
            {
                builder.OpenElement(1, "mark");
                builder.AddContent(2, part);
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(3, part);
            }
        }

        builder.AddContent(4, direct ? "\u201D" : "");
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        int blank = text.LastIndexOf(' ', most - 1);
        int end = blank > most / 2 ? blank : most;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + " \u2026";
    }
}
