namespace Readout.Sources.Training;

/// <summary>How trees are grown; the figures were chosen by five-fold cross-validation on half of the page sets.</summary>
internal sealed record TreeTrainerOptions
{
    /// <summary>Number of trees.</summary>
    public int Trees { get; init; } = 350;

    /// <summary>Splits on a path at most.</summary>
    public int Depth { get; init; } = 3;

    /// <summary>Share of each tree's answer that is added.</summary>
    public double Rate { get; init; } = 0.05;

    /// <summary>L2 penalty of a leaf.</summary>
    public double Penalty { get; init; } = 2;

    /// <summary>Least curvature in a leaf.</summary>
    public double LeastCurvature { get; init; } = 1;

    /// <summary>Share of rows that a tree sees.</summary>
    public double RowShare { get; init; } = 0.7;

    /// <summary>Share of columns that a tree sees.</summary>
    public double ColumnShare { get; init; } = 0.5;

    /// <summary>Seed of the sampling.</summary>
    public int Seed { get; init; } = 17;
}
