using System.Runtime.CompilerServices;

namespace Readout.Entities;

/// <summary>What the form of a word alone tells the name model; 64 bytes, one line of the processor's cache.</summary>
internal struct NameWord
{
    /// <summary>The form with case and diacritics folded: <see cref="NameGazetteer.WordKey"/>.</summary>
    public ulong Key;

    /// <summary>Compressed shape, its kind in the low three bits.</summary>
    public uint Shape;

    /// <summary>Person name words and honorifics, from bit 16.</summary>
    public uint Lists;

    /// <summary>Cluster of the word.</summary>
    public uint Cluster;

    /// <summary>Whether a name of the gazetteer starts with the word.</summary>
    public bool StartsEntry;

    /// <summary>Sums of the weights of the features that depend on the form alone.</summary>
    public LabelScores Scores;

    [InlineArray(NameLabelSet.Count)]
    internal struct LabelScores
    {
        private short _first;
    }
}
