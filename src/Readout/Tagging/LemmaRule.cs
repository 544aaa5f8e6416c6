namespace Readout.Tagging;

/// <summary>How the letters of a form are cased before a lemma rule cuts it.</summary>
internal enum LemmaCase
{
    Lower,
    Keep,
    Title,
}

/// <summary>An edit from a form to its lemma: case the form, cut <paramref name="Strip"/> characters off its end, add <paramref name="Suffix"/>.</summary>
internal readonly record struct LemmaRule(LemmaCase Case, int Strip, string Suffix)
{
    /// <summary>The rule that turns <paramref name="form"/> into <paramref name="lemma"/>, the most general casing first.</summary>
    public static LemmaRule Between(string form, string lemma)
    {
        string lower = form.ToLowerInvariant();
        if (!lemma.Any(char.IsUpper))
        {
            return Cut(LemmaCase.Lower, lower, lemma);
        }

        LemmaRule keep = Cut(LemmaCase.Keep, form, lemma), title = Cut(LemmaCase.Title, Cased(form, LemmaCase.Title), lemma);
        return title.Strip < keep.Strip ? title : keep;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The text is no rule.</exception>
    public static LemmaRule Parse(string text)
    {
        string[] parts = text.Split('\t');
        if (parts.Length == 3 && int.TryParse(parts[0], out int casing) && int.TryParse(parts[1], out int strip))
        {
            return new LemmaRule((LemmaCase)casing, strip, parts[2]);
        }

        throw new InvalidDataException($"'{text}' is no lemma rule (case, characters to strip, suffix).");
    }

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)Case}\t{Strip}\t{Suffix}");

    /// <summary>Writes the lemma of a form; a rule that strips more than the form has replaces it all. Returns the length, -1 if it does not fit.</summary>
    public int Apply(ReadOnlySpan<char> form, Span<char> lemma)
    {
        int kept = Math.Max(0, form.Length - Strip);
        if (kept + Suffix.Length > lemma.Length)
        {
            return -1;
        }

        for (int i = 0; i < kept; i++)
        {
            lemma[i] = Case switch
            {
                LemmaCase.Lower => char.ToLowerInvariant(form[i]),
                LemmaCase.Title => i == 0 ? char.ToUpperInvariant(form[i]) : char.ToLowerInvariant(form[i]),
                _ => form[i],
            };
        }

        Suffix.CopyTo(lemma[kept..]);
        return kept + Suffix.Length;
    }

    private static string Cased(string form, LemmaCase casing) =>
        casing == LemmaCase.Title && form.Length > 0
            ? char.ToUpperInvariant(form[0]) + form[1..].ToLowerInvariant()
            : form;

    private static LemmaRule Cut(LemmaCase casing, string form, string lemma)
    {
        int common = 0;
        while (common < form.Length && common < lemma.Length && form[common] == lemma[common])
        {
            common++;
        }

        return new LemmaRule(casing, form.Length - common, lemma[common..]);
    }
}
