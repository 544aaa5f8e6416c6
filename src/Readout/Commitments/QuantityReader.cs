using System.Collections.Frozen;
using System.Globalization;
using Readout.Events;
using Readout.Parsing;
using Readout.Text;

namespace Readout.Commitments;

/// <summary>Reads sums and quantities: digits or number words, scale words, and the unit that follows or the currency sign before. Immutable, thread-safe.</summary>
internal sealed class QuantityReader
{
    // Nouns and adjectives between a number and its unit.
    private const int UnitReach = 5;

    private readonly CommitmentLexicon _lexicon;
    private readonly FrozenDictionary<string, string> _units;
    private readonly FrozenDictionary<string, double> _numbers;
    private readonly FrozenDictionary<string, double> _scales;

    private QuantityReader(CommitmentLexicon lexicon, string folder)
    {
        _lexicon = lexicon;
        _units = TsvFile.Rows(Path.Combine(folder, "units.tsv"), 2).ToFrozenDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
        string path = Path.Combine(folder, "numbers.tsv");
        _numbers = Values(path, "number");
        _scales = Values(path, "scale");
    }

    /// <summary>Reads <c>commitments/units.tsv</c> and <c>commitments/numbers.tsv</c>.</summary>
    public static QuantityReader Load(string dataDirectory, CommitmentLexicon lexicon) => new(lexicon, Path.Combine(dataDirectory, "commitments"));

    /// <summary>The first amount between two rows that is no time, money before all else; null where there is none.</summary>
    public Quantity? Find(SceneIndex index, int first, int end)
    {
        Quantity? plain = null;
        for (int row = first; row < end; row++)
        {
            if (index.TimeAt(row) >= 0 || !TryNumber(index, ref row, end, out double value, out int start))
            {
                continue;
            }

            Quantity? found = WithUnit(index, start, row, end, value);
            if (found is { Unit.Length: 3 } money && char.IsUpper(money.Unit[0]))
            {
                return money;
            }

            plain ??= found;
        }

        return plain;
    }

    // On success row is the last row of the number.
    private bool TryNumber(SceneIndex index, ref int row, int end, out double value, out int start)
    {
        start = row;
        value = 0;
        if (row > 0 && index.Tokens.Form(row - 1) is "-" && index.Tokens.Ends[row - 1] == index.Tokens.Starts[row] && index.Parse.Upos[Math.Max(0, row - 2)] is UposTag.Propn or UposTag.X)
        {
            // "C-130".
            return false;
        }

        ReadOnlySpan<char> form = index.Tokens.Form(row);
        if (!TryDigits(form, out value) && !(row + 1 < end && Scale(index.Parse.Lemma(row + 1)) > 0 && TryWord(index.Parse.Lemma(row), out value)))
        {
            // "two ministers", "both sides": small words count people, not what is promised.
            return false;
        }

        // Agencies write "7, 000" where a line was broken.
        while (row + 2 < end && index.Tokens.Form(row + 1).SequenceEqual(",") && index.Tokens.Form(row + 2).Length == 3 && value < 1000
            && int.TryParse(index.Tokens.Form(row + 2), NumberStyles.None, CultureInfo.InvariantCulture, out int thousands))
        {
            value = (value * 1000) + thousands;
            row += 2;
        }

        while (row + 1 < end)
        {
            int next = index.Tokens.Form(row + 1).SequenceEqual("-") && row + 2 < end ? row + 2 : row + 1;
            double scale = Scale(index.Parse.Lemma(next));
            if (scale == 0)
            {
                break;
            }

            value *= scale;
            row = next;
        }

        return true;
    }

    private Quantity? WithUnit(SceneIndex index, int start, int row, int end, double value)
    {
        if (start > 0 && _units.TryGetValue(index.Parse.Lemma(start - 1).ToLowerInvariant(), out string? sign) && index.Parse.Upos[start - 1] is UposTag.Sym or UposTag.Noun or UposTag.Propn && sign.Length == 3)
        {
            return new Quantity(value, sign);
        }

        int noun = -1;
        for (int at = row + 1; at < Math.Min(end, row + UnitReach); at++)
        {
            string lemma = index.Parse.Lemma(at).ToLowerInvariant();
            if (_units.TryGetValue(index.Parse.Lemma(at - 1).ToLowerInvariant() + " " + lemma, out string? known) || _units.TryGetValue(lemma, out known))
            {
                return new Quantity(value, known);
            }

            if (index.Parse.Upos[at] == UposTag.Noun)
            {
                noun = at;
            }
            else if (noun >= 0 || index.Parse.Upos[at] is not (UposTag.Adj or UposTag.Propn or UposTag.Verb or UposTag.Punct))
            {
                break;
            }
        }

        return noun < 0 || IsModifier(index, row, noun, end) || (row + 1 < end && index.TimeAt(row + 1) >= 0) ? null : Counted(value, index.Parse.Lemma(noun).ToLowerInvariant());
    }

    // "a 12-point plan": the number says what kind of plan it is.
    private static bool IsModifier(SceneIndex index, int row, int noun, int end) =>
        row + 2 < end && index.Tokens.Form(row + 1) is "-" && (noun == row + 2 || index.Parse.Upos[row + 2] is UposTag.Noun);

    private Quantity? Counted(double value, string unit)
    {
        // The tagger leaves some plurals as they are.
        unit = unit.EndsWith("men", StringComparison.Ordinal) && unit.Length > 4 ? string.Concat(unit.AsSpan(0, unit.Length - 2), "an") : unit;
        return _lexicon.Is(CommitmentWord.TimeUnit, unit) ? null : new Quantity(value, unit);
    }

    private static bool TryDigits(ReadOnlySpan<char> form, out double value)
    {
        value = 0;
        return form.Length is > 0 and < 20 && char.IsAsciiDigit(form[0])
            && double.TryParse(form, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
    }

    private bool TryWord(string lemma, out double value) => _numbers.TryGetValue(lemma, out value);

    private double Scale(string lemma) => _scales.GetValueOrDefault(lemma.ToLowerInvariant());

    private static FrozenDictionary<string, double> Values(string path, string kind) =>
        TsvFile.Rows(path, 3).Where(cells => cells[0] == kind)
            .SelectMany(cells => cells[2].Split(',').Select(word => (Word: word, Value: double.Parse(cells[1], CultureInfo.InvariantCulture))))
            .ToFrozenDictionary(pair => pair.Word, pair => pair.Value, StringComparer.Ordinal);
}
