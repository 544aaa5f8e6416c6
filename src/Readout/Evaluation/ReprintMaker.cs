using System.Text;

namespace Readout.Evaluation;

/// <summary>
/// Makes reprints of a report as outlets do: another headline, no dateline, paragraphs cut from the end or the middle, and a word
/// in 25 dropped or replaced. The same seed gives the same reprint. For one thread.
/// </summary>
public sealed class ReprintMaker(int seed)
{
    private const int LeastWords = 40;
    private readonly Random _random = new(seed);

    /// <summary>A reprint of a text whose paragraphs are parted by empty lines.</summary>
    /// <param name="body">The report without its headline.</param>
    /// <param name="headline">The headline to put over it; null for none.</param>
    public string Make(string body, string? headline)
    {
        ArgumentNullException.ThrowIfNull(body);
        string[] paragraphs = body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        List<string> kept = Cut(paragraphs);
        var text = new StringBuilder(headline);
        foreach (string paragraph in kept)
        {
            text.Append(text.Length > 0 ? "\n\n" : "").Append(Edit(paragraph));
        }

        return text.ToString();
    }

    private List<string> Cut(string[] paragraphs)
    {
        double share = 0.3 + (0.7 * _random.NextDouble());
        int keep = Math.Max(1, (int)Math.Round(share * paragraphs.Length));
        while (keep < paragraphs.Length && paragraphs.Take(keep).Sum(Words) < LeastWords)
        {
            keep++;
        }

        List<string> kept = [.. paragraphs.Take(keep)];
        if (kept.Count > 3 && _random.Next(3) == 0)
        {
            kept.RemoveAt(1 + _random.Next(kept.Count - 2));
        }

        return kept;
    }

    private string Edit(string paragraph)
    {
        string[] words = paragraph.Split(' ');
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = _random.Next(50) switch
            {
                0 => "",
                1 when i > 0 => words[i - 1],
                _ => words[i],
            };
        }

        return string.Join(' ', words.Where(word => word.Length > 0));
    }

    private static int Words(string paragraph) => paragraph.Count(c => c == ' ') + 1;
}
