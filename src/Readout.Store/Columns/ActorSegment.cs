namespace Readout.Store.Columns;

/// <summary>What filters and counts ask of the actors of 4,096 consecutive rows. Immutable.</summary>
internal sealed class ActorSegment
{
    /// <summary>Row of the store divided by <see cref="FactSegment.Size"/>.</summary>
    public required int Number { get; init; }

    /// <summary>Goes up whenever an actor of these rows is written.</summary>
    public required long Version { get; init; }

    /// <summary>Codes of states; 0 where none is known.</summary>
    public required ushort[] States { get; init; }

    /// <summary>Type, from 1 on; 0 where there is no actor of this row.</summary>
    public required byte[] Types { get; init; }

    /// <summary>True for actors that are listed: of more than one report, and not merged into another.</summary>
    public required bool[] AreListed { get; init; }

    /// <summary>Bytes of the columns.</summary>
    public long Bytes => (States.Length * 2L) + Types.Length + AreListed.Length;
}
