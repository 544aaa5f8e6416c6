namespace Readout.Tokenization;

/// <summary>Finds sentence ends inside paragraphs. Immutable, thread-safe.</summary>
internal sealed class SentenceSplitter
{
    private SentenceSplitter()
    {
    }

    public static SentenceSplitter Load(string dataDirectory) => new();

    /// <summary>First rows of the sentences of a table that holds one sentence a paragraph, closed by the number of rows.</summary>
    public int[] Split(TokenTable paragraphs)
    {
        var starts = new List<int>(paragraphs.ParagraphCount * 2);
        for (int p = 0; p < paragraphs.ParagraphCount; p++)
        {
            int first = paragraphs.ParagraphStarts[p];
            int end = paragraphs.ParagraphStarts[p + 1];
            starts.Add(first);
            for (int row = first; row + 1 < end; row++)
            {
                if (IsEnd(paragraphs, row, end))
                {
                    int next = row + 1;
                    while (next < end && IsCloser(paragraphs, next))
                    {
                        next++;
                    }

                    if (next < end && char.IsUpper(paragraphs.Form(next)[0]) || next < end && paragraphs.Form(next)[0] is '"' or '“' or '(')
                    {
                        starts.Add(next);
                        row = next - 1;
                    }
                }
            }
        }

        starts.Add(paragraphs.Count);
        return starts.ToArray();
    }

    private static bool IsEnd(TokenTable t, int row, int end) => t.Form(row)[^1] is '.' or '!' or '?' && (t.Form(row).Length < 2 || t.Form(row)[0] is '.' or '!' or '?');

    private static bool IsCloser(TokenTable t, int row) => t.Form(row)[0] is '"' or '”' or ')' or '’' or ']' && !t.SpaceBefore(row);
}
