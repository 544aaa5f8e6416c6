namespace Readout.Learning;

/// <summary>How a parameter starts and how its gradient arrives.</summary>
internal enum ParameterKind
{
    /// <summary>A weight matrix [inputs, outputs], Glorot-uniform, with a gradient for every element.</summary>
    Dense,

    /// <summary>A bias or other vector [1, n], zero at the start.</summary>
    Bias,

    /// <summary>An embedding table [ids, width], small at the start, with gradients for the rows used.</summary>
    Table,
}

/// <summary>A trainable matrix with its Adam moments. Columns are a multiple of 16 for use with <see cref="Gemm"/>.</summary>
internal sealed class Parameter
{
    public Parameter(string name, int rows, int columns, ParameterKind kind)
    {
        (Name, Kind) = (name, kind);
        Value = new Matrix(rows, columns);
        Gradient = new Matrix(rows, columns);
        FirstMoment = new Matrix(rows, columns);
        SecondMoment = new Matrix(rows, columns);
        Transposed = new Matrix();
        Touched = kind == ParameterKind.Table ? new bool[rows] : [];
    }

    public string Name { get; }

    public ParameterKind Kind { get; }

    /// <summary>Position in its <see cref="ParameterSet"/>.</summary>
    public int Index { get; init; }

    public Matrix Value { get; }

    public Matrix Gradient { get; }

    public Matrix FirstMoment { get; }

    public Matrix SecondMoment { get; }

    /// <summary>[columns, rows] copy of <see cref="Value"/> for backward passes; dense parameters only.</summary>
    public Matrix Transposed { get; }

    /// <summary>Of a table, the rows with a gradient in this step.</summary>
    public bool[] Touched { get; }

    public List<int> TouchedRows { get; } = [];

    public void Initialize(SeededRandom random)
    {
        float range = Kind switch
        {
            ParameterKind.Bias => 0f,
            ParameterKind.Table => 0.15f,
            _ => MathF.Sqrt(6f / (Value.Rows + Value.Columns)),
        };
        foreach (ref float value in Value.AsSpan())
        {
            value = range * ((2f * random.NextSingle()) - 1f);
        }

        RefreshTransposed();
    }

    public void RefreshTransposed()
    {
        if (Kind != ParameterKind.Dense)
        {
            return;
        }

        Transposed.Resize(Value.Columns, Value.Rows);
        for (int row = 0; row < Value.Rows; row++)
        {
            Span<float> source = Value.Row(row);
            for (int column = 0; column < source.Length; column++)
            {
                Transposed.Data[(column * Value.Rows) + row] = source[column];
            }
        }
    }
}
