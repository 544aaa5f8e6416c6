using System.Globalization;

namespace Readout.Sources.Pages;

/// <summary>Surface measures of a block of text; shares are of its characters, or of its words where named so.</summary>
internal readonly record struct TextMeasures
{
    public bool EndsSentence { get; private init; }

    public bool EndsWithColon { get; private init; }

    public bool HasCopyright { get; private init; }

    public int Commas { get; private init; }

    public int Sentences { get; private init; }

    public int Lines { get; private init; }

    public double DigitShare { get; private init; }

    public double UpperShare { get; private init; }

    public double CapitalWordShare { get; private init; }

    /// <summary>Share of symbols such as bars, bullets and arrows.</summary>
    public double OtherShare { get; private init; }

    /// <summary>Measures a text of at least one character.</summary>
    public static TextMeasures Of(string text)
    {
        int digits = 0, upper = 0, commas = 0, sentences = 0, lines = 1, words = 0, capitals = 0, others = 0;
        bool copyright = false;
        bool atWord = true;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is ' ' or '\n')
            {
                lines += c == '\n' ? 1 : 0;
                sentences += i > 0 && text[i - 1] is '.' or '!' or '?' ? 1 : 0;
                atWord = true;
                continue;
            }

            bool isUpper = char.IsUpper(c);
            words += atWord ? 1 : 0;
            capitals += atWord && isUpper ? 1 : 0;
            atWord = false;
            upper += isUpper ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            commas += c == ',' ? 1 : 0;
            copyright |= c == '©';
            others += c is '|' or '•' or '·' or '›' or '»' or '→' or '/' || char.GetUnicodeCategory(c) == UnicodeCategory.OtherSymbol ? 1 : 0;
        }

        char last = LastLetterOrMark(text);
        return new TextMeasures
        {
            EndsSentence = last is '.' or '!' or '?' or '…' or '。',
            EndsWithColon = last == ':',
            HasCopyright = copyright,
            Commas = commas,
            Sentences = sentences,
            Lines = lines,
            DigitShare = (double)digits / text.Length,
            UpperShare = (double)upper / text.Length,
            CapitalWordShare = (double)capitals / Math.Max(1, words),
            OtherShare = (double)others / text.Length,
        };
    }

    private static char LastLetterOrMark(string text)
    {
        int i = text.Length - 1;
        while (i > 0 && text[i] is '"' or '\'' or '”' or '“' or '’' or '»' or '«' or ')' or ']')
        {
            i--;
        }

        return text[i];
    }
}
