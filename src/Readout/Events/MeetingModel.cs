using Readout.Learning;
using Readout.Models;

namespace Readout.Events;

/// <summary>The trained decisions about meetings, by <c>readout train meetings</c>. Immutable, thread-safe.</summary>
internal sealed record MeetingModel
{
    /// <summary>Kind of the model file.</summary>
    public const string ModelKind = "meetings";

    /// <summary>Does an actor take part? One class.</summary>
    public required SparseClassifier Sides { get; init; }

    /// <summary>Does a word tell of a meeting?</summary>
    public required HashedNetwork Candidates { get; init; }

    /// <summary>Does a word tell of a meeting that is known already? One class.</summary>
    public required SparseClassifier Same { get; init; }

    /// <summary>State, in the order of <see cref="MeetingStatus"/>.</summary>
    public required SparseClassifier Status { get; init; }

    /// <summary>Is a place of the report where the meeting is? One class.</summary>
    public required SparseClassifier Place { get; init; }

    /// <summary>Is a time expression the day of the meeting? One class.</summary>
    public required SparseClassifier Day { get; init; }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">It is no model of meetings, or damaged.</exception>
    public static MeetingModel Load(string path)
    {
        ModelFile file = ModelFile.Read(path, ModelKind);
        return new MeetingModel
        {
            Sides = Read(file, "sides", 1),
            Candidates = HashedNetworkFile.Read(file, "candidates"),
            Same = Read(file, "same", 1),
            Status = Read(file, "status", Enum.GetValues<MeetingStatus>().Length),
            Place = Read(file, "place", 1),
            Day = Read(file, "day", 1),
        };
    }

    /// <summary>The bytes of the model file.</summary>
    public byte[] ToFile()
    {
        var file = new ModelFileBuilder(ModelKind);
        foreach ((string name, SparseClassifier classifier) in ((string, SparseClassifier)[])[("sides", Sides), ("same", Same), ("status", Status), ("place", Place), ("day", Day)])
        {
            file.Add(name + ".features", classifier.Features);
            file.Add(name + ".weights", classifier.Weights);
            if (classifier.Dense.Length > 0)
            {
                file.Add(name + ".states", classifier.Dense);
            }
        }

        Candidates.Save(file, "candidates");
        return file.ToArray();
    }

    private static SparseClassifier Read(ModelFile file, string name, int classes) =>
        new(file.UInt64s(name + ".features"), file.Elements<short>(name + ".weights").ToArray(), classes, file.Has(name + ".states") ? file.Elements<short>(name + ".states").ToArray() : []);
}
