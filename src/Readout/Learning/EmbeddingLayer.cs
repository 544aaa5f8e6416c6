namespace Readout.Learning;

/// <summary>
/// The sum of one row per feature: x = sum over f of table_f[id_f]. A negative id adds nothing. One instance belongs to one replica.
/// </summary>
internal sealed class EmbeddingLayer(IReadOnlyList<Parameter> tables, Gradients gradients)
{
    /// <summary>Fills <paramref name="output"/> [rows, width].</summary>
    /// <param name="ids">[rows, tables] feature ids, row after row.</param>
    /// <param name="rows">Number of tokens.</param>
    /// <param name="output">Receives the sums.</param>
    public void Forward(int[] ids, int rows, Matrix output)
    {
        output.Resize(rows, tables[0].Value.Columns);
        output.Clear();
        for (int row = 0; row < rows; row++)
        {
            Span<float> sum = output.Row(row);
            for (int f = 0; f < tables.Count; f++)
            {
                int id = ids[(row * tables.Count) + f];
                if (id >= 0)
                {
                    Elementwise.Add(sum, tables[f].Value.Row(id));
                }
            }
        }
    }

    /// <summary>Hands the gradient of every table to the optimizer; both arrays are borrowed until the step.</summary>
    public void Backward(int[] ids, Matrix outputGradient)
    {
        for (int f = 0; f < tables.Count; f++)
        {
            gradients.AddTable(new TableGradient(tables[f], ids, tables.Count, f, outputGradient));
        }
    }
}
