using Readout.Learning;
using Readout.Models;

namespace Readout.Commitments;

/// <summary>The trained decisions about commitments, by <c>readout train commitments</c>. Immutable, thread-safe.</summary>
internal sealed record CommitmentModel
{
    /// <summary>Kind of the model file.</summary>
    public const string ModelKind = "commitments";

    private const int PlanBonus = 3000;

    /// <summary>Is a candidate a commitment? One class.</summary>
    public required SparseClassifier Candidates { get; init; }

    /// <summary>What kind, in the order of <see cref="CommitmentKind"/>.</summary>
    public required SparseClassifier Kinds { get; init; }

    /// <summary>State, in the order of <see cref="CommitmentStatus"/>.</summary>
    public required SparseClassifier Statuses { get; init; }

    /// <summary>Least log-odds of a commitment, in thousandths.</summary>
    public required int Least { get; init; }

    /// <summary>
    /// Least log-odds of a candidate. Plans that are told with their dates and without anybody who acts are too rare in the training part to be
    /// judged by it: their rule counts for <see cref="PlanBonus"/>.
    /// </summary>
    public int LeastOf(CommitmentCandidate candidate) => candidate.Rule?.Origin == PlanRule.Origin ? Least - PlanBonus : Least;

    /// <summary>A model that knows nothing.</summary>
    public static CommitmentModel Empty { get; } = new()
    {
        Candidates = new SparseClassifier([], [], 1),
        Kinds = new SparseClassifier([], [], Enum.GetValues<CommitmentKind>().Length),
        Statuses = new SparseClassifier([], [], Enum.GetValues<CommitmentStatus>().Length),
        Least = 0,
    };

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">It is no model of commitments, or damaged.</exception>
    public static CommitmentModel Load(string path)
    {
        ModelFile file = ModelFile.Read(path, ModelKind);
        return new CommitmentModel
        {
            Candidates = Read(file, "candidates", 1),
            Kinds = Read(file, "kinds", Empty.Kinds.Classes),
            Statuses = Read(file, "statuses", Empty.Statuses.Classes),
            Least = file.Int32s("least")[0],
        };
    }

    /// <summary>The bytes of the model file.</summary>
    public byte[] ToFile()
    {
        var file = new ModelFileBuilder(ModelKind);
        foreach ((string name, SparseClassifier classifier) in ((string, SparseClassifier)[])[("candidates", Candidates), ("kinds", Kinds), ("statuses", Statuses)])
        {
            file.Add(name + ".features", classifier.Features);
            file.Add(name + ".weights", classifier.Weights);
        }

        file.Add("least", [Least]);
        return file.ToArray();
    }

    private static SparseClassifier Read(ModelFile file, string name, int classes) =>
        new(file.UInt64s(name + ".features"), file.Elements<short>(name + ".weights").ToArray(), classes);
}
