using Readout.Learning;
using Readout.Models;

namespace Readout.Events;

/// <summary>The trained decisions of the event layer, by <c>readout train events</c>. Immutable, thread-safe.</summary>
internal sealed record EventLayerModel
{
    /// <summary>Kind of the model file.</summary>
    public const string ModelKind = "event-layer";

    /// <summary>Decides nothing.</summary>
    public static EventLayerModel Empty { get; } = new() { Triggers = new([], [], EventTypes.All.Length + 1), Sides = new([], [], 2) };

    /// <summary>Which event a word tells of: none, then the types in the order of <see cref="EventTypes.All"/>.</summary>
    public required SparseClassifier Triggers { get; init; }

    /// <summary>Who acts and who is acted upon: two scores.</summary>
    public required SparseClassifier Sides { get; init; }

    /// <summary>One classifier of two classes from two of one.</summary>
    public static SparseClassifier Join(SparseClassifier actors, SparseClassifier recipients)
    {
        var weights = new SortedDictionary<ulong, (short Actor, short Recipient)>();
        for (int i = 0; i < actors.Features.Length; i++)
        {
            weights[actors.Features[i]] = (actors.Weights[i], 0);
        }

        for (int i = 0; i < recipients.Features.Length; i++)
        {
            weights[recipients.Features[i]] = (weights.GetValueOrDefault(recipients.Features[i]).Actor, recipients.Weights[i]);
        }

        return new SparseClassifier([.. weights.Keys], [.. weights.Values.SelectMany(pair => (short[])[pair.Actor, pair.Recipient])], 2);
    }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">It is no such model, or damaged.</exception>
    public static EventLayerModel Load(string path)
    {
        ModelFile file = ModelFile.Read(path, ModelKind);
        return new EventLayerModel { Triggers = Read(file, "triggers", EventTypes.All.Length + 1), Sides = Read(file, "sides", 2) };
    }

    /// <summary>The bytes of the model file.</summary>
    public byte[] ToFile()
    {
        var file = new ModelFileBuilder(ModelKind);
        foreach ((string name, SparseClassifier classifier) in ((string, SparseClassifier)[])[("triggers", Triggers), ("sides", Sides)])
        {
            file.Add(name + ".features", classifier.Features);
            file.Add(name + ".weights", classifier.Weights);
        }

        return file.ToArray();
    }

    private static SparseClassifier Read(ModelFile file, string name, int classes) =>
        new(file.UInt64s(name + ".features"), file.Elements<short>(name + ".weights").ToArray(), classes);
}
