using Readout.Entities;
using Readout.Events;

namespace Readout.Commitments;

/// <summary>What speaks for and against a candidate, hashed. For one report; not thread-safe.</summary>
internal sealed class CommitmentFeatures
{
    private static readonly string[] Forms = Enum.GetNames<CandidateForm>();

    private readonly FeatureWriter _to;
    private readonly ActFeatures _acts;
    private readonly SettingFeatures _settings;

    public CommitmentFeatures(SceneIndex index, StatementView view, CommitmentLexicon lexicon, WordClusters clusters)
    {
        _to = new FeatureWriter(index, lexicon, clusters);
        _acts = new ActFeatures(index, lexicon, _to);
        _settings = new SettingFeatures(index, view, lexicon, _to);
    }

    /// <summary>Fills <paramref name="features"/>, some more than once.</summary>
    public void Describe(CommitmentCandidate candidate, CommitmentContext context, int at, List<ulong> features)
    {
        features.Clear();
        _to.Features = features;
        string form = Forms[(int)candidate.Form];
        _to.Put(CommitmentFamily.Bias, "");
        _to.Put(CommitmentFamily.Form, form);
        _acts.Add(candidate, form);
        _settings.Add(candidate, context, at, form);
    }
}
