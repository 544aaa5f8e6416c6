namespace Readout.Learning;

/// <summary>
/// The gradients one replica has gathered since the last step. Replicas are summed in their fixed order, so the result does not
/// depend on the number of threads.
/// </summary>
internal sealed class Gradients
{
    private readonly Matrix[] _dense;
    private readonly List<TableGradient> _tables = [];

    public Gradients(ParameterSet parameters)
    {
        _dense = new Matrix[parameters.Items.Count];
        for (int i = 0; i < _dense.Length; i++)
        {
            Matrix value = parameters.Items[i].Value;
            _dense[i] = parameters.Items[i].Kind == ParameterKind.Table ? new Matrix() : new Matrix(value.Rows, value.Columns);
            _dense[i].Clear();
        }
    }

    public IReadOnlyList<TableGradient> Tables => _tables;

    /// <summary>The accumulator of a dense parameter or bias; empty for a table.</summary>
    public Matrix this[Parameter parameter] => _dense[parameter.Index];

    public void AddTable(TableGradient gradient) => _tables.Add(gradient);

    public void Clear()
    {
        foreach (Matrix matrix in _dense)
        {
            matrix.Clear();
        }

        _tables.Clear();
    }
}

/// <summary>
/// Gradients of table rows: row i of <paramref name="Rows"/> belongs to table row <c>Ids[i * Stride + Offset]</c>; negative ids have none.
/// The arrays are borrowed until the step.
/// </summary>
internal readonly record struct TableGradient(Parameter Table, int[] Ids, int Stride, int Offset, Matrix Rows);
