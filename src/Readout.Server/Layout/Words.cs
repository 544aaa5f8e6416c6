using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Readout.Attribution;
using Readout.Store.Facts;

namespace Readout.Server.Layout;

/// <summary>A fact's words with those that were searched for marked, what is to be done in bold, and a direct quotation's marks around them.</summary>
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
        builder.AddContent(0, direct ? "\u201C" : "");
        IReadOnlyList<WordRun> runs = MarkedWords.Of(Fact, Most);
        bool isWhole = runs.All(run => run.IsAction || !run.Text.Any(char.IsLetterOrDigit));
        foreach (WordRun run in runs)
        {
            bool isBold = run.IsAction && !isWhole;
            if (isBold)
            {
                builder.OpenElement(1, "strong");
            }

            if (run.IsFound)
            {
                builder.OpenElement(2, "mark");
            }

            builder.AddContent(3, run.Text);
            if (run.IsFound)
            {
                builder.CloseElement();
            }

            if (isBold)
            {
                builder.CloseElement();
            }
        }

        builder.AddContent(4, direct ? "\u201D" : "");
    }
}
