using System.Globalization;

namespace Readout.Merging;

/// <summary>A wording as its terms: canonical words with weights, numbers as values, negations and names apart. Immutable.</summary>
internal sealed class WordingTerms
{
    // Alignment takes time quadratic in the terms; longer statements are compared by their beginning.
    private const int MostTerms = 300;
    private const double NumberWeight = 4;

    // "Did not cross the border" turns crossing round, and perhaps the border; not what follows.
    private const int MostNegated = 2;
    private const double NegatedWeight = 1.5;

    private readonly TermLexicon _lexicon;
    private IReadOnlyList<int>[]? _concepts;

    private WordingTerms(List<string> terms, List<double> weights, TermLexicon lexicon)
    {
        Terms = [.. terms];
        Weights = [.. weights];
        _lexicon = lexicon;
    }

    /// <summary>Canonical terms in order, numbers as digits.</summary>
    public string[] Terms { get; }

    /// <summary>Weight of each term, [Terms.Length].</summary>
    public double[] Weights { get; }

    /// <summary>Concepts that each term stands in, alone or in a phrase, [Terms.Length]. Found when first asked for: events are compared without.</summary>
    public IReadOnlyList<int>[] Concepts => _concepts ??= _lexicon.Concepts(Terms);

    /// <summary>Moods and persons that the wording speaks in.</summary>
    public required HashSet<string> Moods { get; init; }

    /// <summary>Hashes of the plain words in order.</summary>
    public required ulong[] Words { get; init; }

    /// <summary>Numbers of the text, in digits.</summary>
    public required HashSet<string> Numbers { get; init; }

    /// <summary>Canonical words written with a capital after the first word.</summary>
    public required HashSet<string> Names { get; init; }

    /// <summary>Canonical opposites of the terms.</summary>
    public required HashSet<string> Opposites { get; init; }

    /// <summary>Terms that a negation just before them turns round.</summary>
    public required HashSet<string> Negated { get; init; }

    /// <summary>Number of negations.</summary>
    public required int Negations { get; init; }

    public static WordingTerms Of(string content, TermLexicon lexicon)
    {
        WordSequence words = WordSequence.Of(content);
        int count = Math.Min(words.Count, MostTerms);
        var terms = new List<string>(count);
        var weights = new List<double>(count);
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var moods = new HashSet<string>(StringComparer.Ordinal);
        var negated = new HashSet<string>(StringComparer.Ordinal);
        int underNegation = 0;
        int negations = 0;
        for (int at = 0; at < count;)
        {
            (string? number, int next) = ReadNumber(words, at, count, lexicon);
            if (ReadUnit(words, (number, next), count, lexicon) is { } measured)
            {
                terms.Add(measured.Number);
                weights.Add(NumberWeight);
                numbers.Add(measured.Number);
                if (measured.Unit.Length > 0)
                {
                    terms.Add(lexicon.Canonical(measured.Unit));
                    weights.Add(lexicon.Weight(measured.Unit));
                }

                at = measured.Next;
                continue;
            }

            if (number is not null)
            {
                // One is as often a pronoun as a number.
                bool counts = number != "1" || char.IsAsciiDigit(content[words.Span(at).Start]);
                terms.Add(number);
                weights.Add(counts ? NumberWeight : 1);
                _ = counts && numbers.Add(number);
                at = next;
                continue;
            }

            bool isPerCent = at + 1 < count && Plain(words, at) == "per" && Plain(words, at + 1) == "cent";
            at += isPerCent ? 1 : 0;
            string plain = isPerCent ? "percent" : Plain(words, at);
            bool isNegation = lexicon.IsNegation(plain);
            negations += isNegation && !(at + 1 < count && lexicon.IsLimiter(Plain(words, at + 1))) ? 1 : 0;
            string term = isNegation ? "not" : lexicon.Canonical(plain);
            bool isWeighty = !isNegation && lexicon.Weight(plain) >= NegatedWeight;
            _ = underNegation > 0 && isWeighty && negated.Add(term);
            underNegation = isNegation && !(at + 1 < count && lexicon.IsLimiter(Plain(words, at + 1))) ? MostNegated : isWeighty ? underNegation - 1 : underNegation;
            terms.Add(term);
            weights.Add(lexicon.Weight(plain));
            _ = lexicon.Mood(plain) is { } mood && moods.Add(mood);
            _ = at > 0 && char.IsUpper(content[words.Span(at).Start]) && plain.Length > 1 && names.Add(term);
            at++;
        }

        return new WordingTerms(terms, weights, lexicon) { Moods = moods, Words = words.Hashes[..count].ToArray(), Numbers = numbers, Names = names, Negated = negated, Opposites = [.. terms.SelectMany(lexicon.Opposites)], Negations = negations };
    }

    // "Two decades" are 20 years, "half a dozen" is 6; "half" alone is 50 percent.
    private static (string Number, string Unit, int Next)? ReadUnit(WordSequence words, (string? Number, int Next) read, int count, TermLexicon lexicon)
    {
        int at = read.Next;
        if (at >= count || lexicon.Unit(Plain(words, at)) is not { } unit)
        {
            return null;
        }

        if (unit.Term == "percent")
        {
            // A half is a share, unless it is a half of a unit.
            bool isPart = at + 2 < count && Plain(words, at + 1) is "a";
            return read.Number is not null ? null
                : isPart && lexicon.Unit(Plain(words, at + 2)) is { } whole ? ((whole.Factor / 2).ToString("0.######", CultureInfo.InvariantCulture), whole.Term, at + 3)
                : (unit.Factor.ToString("0.######", CultureInfo.InvariantCulture), unit.Term, at + 1);
        }

        decimal number = read.Number is null ? 1 : decimal.Parse(read.Number, CultureInfo.InvariantCulture);
        return number > 1e12m ? null : ((number * unit.Factor).ToString("0.######", CultureInfo.InvariantCulture), unit.Term, at + 1);
    }

    private static string Plain(WordSequence words, int at)
    {
        string word = words.Span(at).In(words.Text).ToString().Replace('\u2019', '\'').ToLowerInvariant();
        return word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word.Replace("'", "", StringComparison.Ordinal);
    }

    // Digits, or number words in sequence: "two hundred", "forty-eight", "60 million".
    private static (string? Number, int Next) ReadNumber(WordSequence words, int at, int count, TermLexicon lexicon)
    {
        decimal total = 0;
        decimal current = 0;
        int next = at;
        for (; next < count; next++)
        {
            string word = Plain(words, next);
            if (lexicon.Number(word) is { } value && value >= 100)
            {
                current = (current == 0 ? 1 : current) * value;
                (total, current) = value >= 1000 ? (total + current, 0) : (total, current);
            }
            else if (lexicon.Number(word) is { } small && (next == at || current % 100 is 20 or 30 or 40 or 50 or 60 or 70 or 80 or 90))
            {
                current += small;
            }
            else if (next == at && decimal.TryParse(word, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal digits) && digits < 1e15m)
            {
                current = digits;
            }
            else
            {
                break;
            }

            if (total + current > 1e18m)
            {
                return (null, at);
            }
        }

        return next == at ? (null, at) : ((total + current).ToString("0.######", CultureInfo.InvariantCulture), next);
    }
}
