using Readout.Actors;
using Readout.Entities;
using Readout.Events;
using Readout.Parsing;

namespace Readout.Commitments;

/// <summary>Collects the hashed features of a candidate, and names words as features do. For one report; not thread-safe.</summary>
internal sealed class FeatureWriter(SceneIndex index, CommitmentLexicon lexicon, WordClusters clusters)
{
    /// <summary>Numbers are written as letters that have no case, from this one.</summary>
    public const int Letters = 0x4E00;

    /// <summary>Codes of kinds and states.</summary>
    public static readonly string[] Codes = ["a", "b", "c", "d", "e", "f", "g"];

    private static readonly string[] Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    private static readonly string[] TypeNames = Enum.GetNames<ActorType>();

    private readonly ParsedText _parse = index.Parse;

    /// <summary>The features of the candidate that is being described.</summary>
    public List<ulong> Features { get; set; } = [];

    /// <summary>Adds a feature.</summary>
    public void Put(CommitmentFamily family, ReadOnlySpan<char> first, ReadOnlySpan<char> second = default, ReadOnlySpan<char> third = default) =>
        Features.Add(FeatureHash.Of((ushort)family, first, second, third));

    /// <summary>A count up to 9, all higher ones alike.</summary>
    public static string Count(int count, int most) => Digits[Math.Min(count, most)];

    /// <summary>Clusters of a word.</summary>
    public (string Fine, string Coarse) ClusterOf(int row)
    {
        uint cluster = clusters.Of(_parse.Tokens.Form(row));
        return (Letter((int)(cluster & 0xFF)), Letter((int)(cluster >> 8)));
    }

    /// <summary>Kind and state to which a word binds; "-" where it binds to nothing.</summary>
    public string CueAt(int row)
    {
        char part = CommitmentLexicon.PartOf(_parse, row);
        ReadOnlySpan<CommitmentCue> cues = part == ' ' ? default : lexicon.CuesOf(part, _parse.Lemma(row));
        return cues.Length == 0 ? "-" : Codes[(int)cues[0].Kind] + Codes[(int)cues[0].Status] + part;
    }

    /// <summary>What a word is as one who acts: a pronoun itself, the type of its actor, or a thing; "none" for no row.</summary>
    public string TypeAt(int row)
    {
        if (row < 0)
        {
            return "none";
        }

        if (_parse.Upos[row] == UposTag.Pron)
        {
            return _parse.Lemma(row);
        }

        return index.ActorAt(row) is >= 0 and var actor ? TypeNames[(int)index.Scene.Actors.Actors[actor].Type] : _parse.Upos[row] == UposTag.Propn ? "name" : "thing";
    }

    private static string Letter(int number) => ((char)(Letters + number)).ToString();
}
