namespace Readout.Learning;

/// <summary>The parameters of one network, in the order they were added; shared by its replicas, changed only between steps.</summary>
internal sealed class ParameterSet
{
    private readonly List<Parameter> _items = [];
    private readonly SeededRandom _random;

    public ParameterSet(ulong seed) => _random = new SeededRandom(seed);

    public IReadOnlyList<Parameter> Items => _items;

    public Parameter Add(string name, int rows, int columns, ParameterKind kind = ParameterKind.Dense)
    {
        var parameter = new Parameter(name, rows, columns, kind) { Index = _items.Count };
        parameter.Initialize(_random);
        _items.Add(parameter);
        return parameter;
    }

    /// <summary>The smallest multiple of 16 that is not below <paramref name="size"/>.</summary>
    public static int Padded(int size) => (size + 15) / 16 * 16;
}
