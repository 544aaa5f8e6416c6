using Readout.Entities;
using Readout.Events;
using Readout.Learning;
using Readout.Models;

namespace Readout.Commitments;

/// <summary>What speaks for and against a candidate, hashed. For one report; not thread-safe.</summary>
internal sealed class CommitmentFeatures
{
    private static readonly string[] Forms = Enum.GetNames<CandidateForm>();

    private readonly List<ulong> _hashes = new(256);
    private readonly Int8Activations? _states;
    private readonly FeatureWriter _to;
    private readonly ActFeatures _acts;
    private readonly SettingFeatures _settings;

    public CommitmentFeatures(SceneIndex index, StatementView view, CommitmentLexicon lexicon, WordClusters clusters)
    {
        _states = index.Parse.States;
        _to = new FeatureWriter(index, lexicon, clusters);
        _acts = new ActFeatures(index, lexicon, _to);
        _settings = new SettingFeatures(index, view, lexicon, _to);
    }

    /// <summary>Features, each once, and the parser's states of the head and of what governs it.</summary>
    public FeatureSet Describe(CommitmentCandidate candidate, CommitmentContext context, int at)
    {
        FeatureSet features = Int8Activations.Features(_states);
        _to.Features = _hashes;
        _hashes.Clear();
        string form = Forms[(int)candidate.Form];
        _to.Put(CommitmentFamily.Bias, "");
        _to.Put(CommitmentFamily.Form, form);
        _acts.Add(candidate, form);
        _settings.Add(candidate, context, at, form);
        features.Hashes.AddRange(_hashes.Distinct());
        features.AddState(candidate.Act.Head);
        features.AddState(candidate.Governor);
        return features;
    }
}
