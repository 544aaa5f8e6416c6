namespace Readout.Training;

/// <summary>A document or sentence to train a <see cref="SequenceTaggerTrainer"/> on.</summary>
public sealed record TaggedSequence
{
    /// <summary>Word forms as written.</summary>
    public required IReadOnlyList<string> Forms { get; init; }

    /// <summary>[words, extra inputs] further discrete inputs, row after row; empty if the encoder has none.</summary>
    public int[] Extras { get; init; } = [];

    /// <summary>Per task [words] numbers of gold labels; -1 where unknown. A task that is unknown throughout is not trained on the sequence.</summary>
    public required int[][] Labels { get; init; }
}
