using System.Runtime.InteropServices;
using Readout.Models;

namespace Readout.Entities;

/// <summary>What the forms of words tell the name model, computed once a form and kept while it is in use. Not thread-safe.</summary>
/// <param name="gazetteer">Lists of names.</param>
/// <param name="clusters">Clusters of words.</param>
/// <param name="model">Whose weights to sum up; null leaves the scores empty.</param>
internal sealed class NameWordCache(NameGazetteer gazetteer, WordClusters clusters, NameModel? model = null)
{
    private const int EntryBytes = 64;

    /// <summary>Words of a batch: the cache keeps what was used in it.</summary>
    private const int BatchWords = 1024;

    private readonly TypeCache _cache = new(EntryBytes / sizeof(short));
    private int _words;

    /// <summary>The entry of a form; valid until the next call.</summary>
    public ref readonly NameWord Get(ReadOnlySpan<char> form)
    {
        if (_words++ % BatchWords == 0)
        {
            _cache.BeginBatch();
        }

        int slot = _cache.Find(TypeCache.KeyOf(form), out bool found);
        ref NameWord word = ref MemoryMarshal.AsRef<NameWord>(MemoryMarshal.AsBytes(_cache.Entry(slot)));
        if (!found)
        {
            word = Compute(form);
        }

        return ref word;
    }

    private NameWord Compute(ReadOnlySpan<char> form)
    {
        var word = new NameWord { Key = NameGazetteer.WordKey(form), Shape = NameFeatures.Shape(form), Cluster = clusters.Of(form) };
        word.StartsEntry = gazetteer.StartsEntry(word.Key);
        word.Lists = ((uint)gazetteer.GivenName(word.Key) << 16) | ((uint)gazetteer.FamilyName(word.Key) << 18) | (gazetteer.IsHonorific(word.Key) ? 1u << 20 : 0);
        if (model is not null)
        {
            Span<int> indexes = stackalloc int[NameFeatures.FormCount];
            Span<int> scores = stackalloc int[NameLabelSet.Count];
            NameFeatures.FillForm(form, word, model.Space, indexes);
            model.AddRows(indexes, scores);
            for (int label = 0; label < scores.Length; label++)
            {
                word.Scores[label] = (short)scores[label];
            }
        }

        return word;
    }
}
