namespace Readout.Store.Columns;

/// <summary>The values that codes in the columns of one store stand for. Thread-safe; only grows.</summary>
internal sealed class ColumnTables
{
    private const int MostShort = 1 << 16;

    /// <summary>What facts are.</summary>
    public CodeTable<FactShape> Shapes { get; } = new(MostShort);

    /// <summary>Outlets as their reports write them.</summary>
    public CodeTable<string> Outlets { get; } = new(MostShort);

    /// <summary>Places of meetings and events.</summary>
    public CodeTable<PlaceName> Places { get; } = new(int.MaxValue);

    /// <summary>Due dates as records write them.</summary>
    public CodeTable<string> Dues { get; } = new(int.MaxValue);

    /// <summary>Codes of states.</summary>
    public CodeTable<string> States { get; } = new(MostShort);

    /// <summary>Types of actors.</summary>
    public CodeTable<string> ActorTypes { get; } = new(1 << 8);
}
