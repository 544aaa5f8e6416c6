using Readout.Entities;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Corpora;

/// <summary>Lays names given by character spans over the words of a text.</summary>
internal static class NameProjection
{
    /// <summary>A document whose names cover every word that a span touches; spans that map to no type or overlap an earlier one are left out.</summary>
    public static NameDocument Project(
        string id, TokenTable tokens, IEnumerable<(TextSpan Span, string Label)> names, (string Corpus, NameLabels Labels) mapping)
    {
        var found = new List<NameSpan>();
        foreach ((TextSpan span, string label) in names)
        {
            int first = tokens.RowAt(span.Start);
            int end = first;
            while (end < tokens.Count && tokens.Starts[end] < span.End)
            {
                end++;
            }

            if (end == first || (found.Count > 0 && first < found[^1].End) || end > tokens.SentenceStarts[tokens.SentenceOf(first) + 1])
            {
                continue;
            }

            EntityType? type = mapping.Labels.Map(mapping.Corpus, label, tokens.Text[span.Start..span.End]);
            if (type is { } known)
            {
                found.Add(new NameSpan(first, end, known));
            }
        }

        return new NameDocument(id, tokens, found);
    }
}
