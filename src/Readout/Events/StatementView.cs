using Readout.Attribution;
using Readout.Text;

namespace Readout.Events;

/// <summary>Finds the statement that a row stands in. For one report.</summary>
internal sealed class StatementView
{
    private readonly int[] _statementOf;
    private readonly int[] _cueOf;
    private readonly IReadOnlyList<Statement> _statements;

    public StatementView(SceneIndex index, IReadOnlyList<Statement> statements)
    {
        _statements = statements;
        _statementOf = new int[index.Tokens.Count];
        _cueOf = new int[index.Tokens.Count];
        Array.Fill(_statementOf, -1);
        Array.Fill(_cueOf, -1);
        for (int i = 0; i < statements.Count; i++)
        {
            if (statements[i].Cue is { } cue)
            {
                for (int row = index.Tokens.RowAt(cue.Start); row < _cueOf.Length && index.Tokens.Starts[row] < cue.End; row++)
                {
                    _cueOf[row] = i;
                }
            }

            foreach (TextSpan span in statements[i].Content)
            {
                for (int row = index.Tokens.RowAt(span.Start); row < _statementOf.Length && index.Tokens.Starts[row] < span.End; row++)
                {
                    // Nested speech comes after what it is nested in and takes its rows over.
                    _statementOf[row] = i;
                }
            }
        }
    }

    /// <summary>Adds the speakers of the innermost statement that holds a row; adds nothing where none does.</summary>
    public void SpeakersAt(int row, List<int> into)
    {
        int statement = _statementOf[row];
        for (int i = 0; statement >= 0 && i < _statements[statement].Speakers.Count; i++)
        {
            if (_statements[statement].Speakers[i].Actor >= 0)
            {
                SceneIndex.AddOnce(into, _statements[statement].Speakers[i].Actor);
            }
        }
    }

    /// <summary>Form of the innermost statement that holds a row; null where none does.</summary>
    public StatementForm? FormAt(int row) => _statementOf[row] < 0 ? null : _statements[_statementOf[row]].Form;

    /// <summary>Kind of the innermost statement that holds a row; null where none does.</summary>
    public StatementKind? KindAt(int row) => _statementOf[row] < 0 ? null : _statements[_statementOf[row]].Kind;

    /// <summary>Kind of the statement that a row's reporting word gives; null where it gives none.</summary>
    public StatementKind? CueKindAt(int row) => _cueOf[row] < 0 ? null : _statements[_cueOf[row]].Kind;

    /// <summary>Whether the statement that holds a row is a promise.</summary>
    public bool IsPromiseAt(int row) => _statementOf[row] >= 0 && _statements[_statementOf[row]].Kind == StatementKind.Promise;

    /// <summary>Whether the statement that holds a row denies something.</summary>
    public bool IsDenialAt(int row) => _statementOf[row] >= 0 && _statements[_statementOf[row]].Kind == StatementKind.Denial;

    /// <summary>Index of the innermost statement whose content holds most of a span; null where none does.</summary>
    public static int? Innermost(IReadOnlyList<Statement> statements, TextSpan span)
    {
        int? best = null;
        for (int i = 0; i < statements.Count; i++)
        {
            foreach (TextSpan content in statements[i].Content)
            {
                int common = Math.Min(content.End, span.End) - Math.Max(content.Start, span.Start);
                if (common * 2 > span.Length)
                {
                    best = i;
                }
            }
        }

        return best;
    }
}
