using Readout.Learning;
using Readout.Models;

namespace Readout.Commitments;

/// <summary>The trained decisions about commitments, by <c>readout train commitments</c>. Immutable, thread-safe.</summary>
internal sealed record CommitmentModel
{
    /// <summary>Kind of the model file.</summary>
    public const string ModelKind = "commitments";

    private const int PlanBonus = 3000;

    /// <summary>Is a candidate a commitment?</summary>
    public required HashedNetwork Candidates { get; init; }

    /// <summary>What kind, in the order of <see cref="CommitmentKind"/>.</summary>
    public required SparseClassifier Kinds { get; init; }

    /// <summary>State, in the order of <see cref="CommitmentStatus"/>.</summary>
    public required SparseClassifier Statuses { get; init; }

    /// <summary>Least log-odds of a commitment, in thousandths.</summary>
    public required int Least { get; init; }

    /// <summary>What is published as the probability of a commitment: the logistic function of the first and of the second times the log-odds, in thousandths.</summary>
    public required int[] Confidence { get; init; }

    /// <summary>
    /// Log-odds of a candidate in thousandths. Plans that are told with their dates and without anybody who acts are too rare in the training part to be
    /// judged by it: their rule counts for <see cref="PlanBonus"/>.
    /// </summary>
    public int Score(CommitmentCandidate candidate, FeatureSet features) => Candidates.Score(features) + (candidate.Rule?.Origin == PlanRule.Origin ? PlanBonus : 0);

    /// <summary>Share of the candidates with such log-odds that are commitments, in [0, 1].</summary>
    public double ConfidenceOf(int score)
    {
        double odds = (Confidence[0] + (Confidence[1] * (double)score / SparseClassifier.Unit)) / SparseClassifier.Unit;
        return Math.Round(Math.Clamp(1 / (1 + Math.Exp(-odds)), 0.01, 0.99), 2);
    }

    /// <summary>A model that knows nothing.</summary>
    public static CommitmentModel Empty { get; } = new()
    {
        Candidates = HashedNetwork.Empty,
        Kinds = new SparseClassifier([], [], Enum.GetValues<CommitmentKind>().Length),
        Statuses = new SparseClassifier([], [], Enum.GetValues<CommitmentStatus>().Length),
        Least = 0,
        Confidence = [0, SparseClassifier.Unit],
    };

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">It is no model of commitments, or damaged.</exception>
    public static CommitmentModel Load(string path)
    {
        ModelFile file = ModelFile.Read(path, ModelKind);
        return new CommitmentModel
        {
            Candidates = HashedNetworkFile.Read(file, "candidates"),
            Kinds = Read(file, "kinds", Empty.Kinds.Classes),
            Statuses = Read(file, "statuses", Empty.Statuses.Classes),
            Least = file.Int32s("least")[0],
            Confidence = file.Int32s("confidence"),
        };
    }

    /// <summary>The bytes of the model file.</summary>
    public byte[] ToFile()
    {
        var file = new ModelFileBuilder(ModelKind);
        foreach ((string name, SparseClassifier classifier) in ((string, SparseClassifier)[])[("kinds", Kinds), ("statuses", Statuses)])
        {
            file.Add(name + ".features", classifier.Features);
            file.Add(name + ".weights", classifier.Weights);
        }

        Candidates.Save(file, "candidates");
        file.Add("least", [Least]);
        file.Add("confidence", Confidence);
        return file.ToArray();
    }

    private static SparseClassifier Read(ModelFile file, string name, int classes) =>
        new(file.UInt64s(name + ".features"), file.Elements<short>(name + ".weights").ToArray(), classes);
}
