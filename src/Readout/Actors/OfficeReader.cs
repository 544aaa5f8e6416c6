using Readout.Entities;
using Readout.Parsing;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Actors;

/// <summary>Reads an office in full: its rank ("deputy") and its portfolio ("Minister of Agriculture", "the industry minister"). Immutable, thread-safe.</summary>
internal sealed class OfficeReader
{
    // "The former Maravenian development aid minister".
    private const int Reach = 4;

    // "Trade, Industry and Tourism Minister" is told by its last words.
    private const int LongestPortfolio = 4;

    // "Minister of Labour, Employment and Public Works" goes on.
    private const int LongestBehind = 7;

    private readonly TitleStates _states;
    private readonly Dictionary<string, string> _qualifiers;
    private readonly Dictionary<string, string> _portfolios;

    /// <param name="states">States, which are no portfolios.</param>
    /// <param name="folder">Folder <c>data/actors</c>.</param>
    public OfficeReader(TitleStates states, string folder)
    {
        _states = states;
        _qualifiers = TsvFile.Rows(Path.Combine(folder, "former.tsv"), 2).ToDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);
        _portfolios = TsvFile.Rows(Path.Combine(folder, "portfolios.tsv"), 2).ToDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What a word before a title makes of it, as <c>former.tsv</c> has it; null where it does nothing.</summary>
    public string? Qualifier(ReadOnlySpan<char> word) => _qualifiers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out string? what) ? what : null;

    /// <summary>Whether a word before an office that begins at a row takes it away: "former".</summary>
    public bool IsFormer(TokenTable tokens, int first, int sentence)
    {
        // "The future of the Maravenian president" is no future president.
        for (int row = first - 1; row >= sentence && row >= first - Reach && tokens.Form(row) is not "of"; row--)
        {
            if (Qualifier(tokens.Form(row)) == "former" || tokens.Form(row).StartsWith("ex-", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The office that a role names, with the rank and the portfolio beside it; null where the role is no office.</summary>
    /// <param name="parse">The text.</param>
    /// <param name="role">The role.</param>
    /// <param name="rows">Rows of the role; receives those of the whole office.</param>
    /// <param name="sentence">First row of the sentence.</param>
    public string? Read(ParsedText parse, Role role, ref (int First, int End) rows, int sentence)
    {
        if (role.Office is not { } office)
        {
            return null;
        }

        string? rank = RankBefore(parse.Tokens, rows.First, sentence);
        if (rank is not null)
        {
            rows.First--;
            office = $"{rank} {office}";
        }

        return Head(office) is { } head
            ? WithPortfolio(parse, office, head, ref rows, sentence)
            : office.EndsWith(" minister", StringComparison.Ordinal) && rows.First > sentence && IsShared(parse.Tokens.Form(rows.First - 1))
                // "Higher Education Minister" is none of schools.
                ? $"{parse.Tokens.Form(--rows.First).ToString().ToLowerInvariant()} {office}"
                : office;
    }

    private string? RankBefore(TokenTable tokens, int first, int sentence) =>
        first > sentence && Qualifier(tokens.Form(first - 1)) == "rank" ? tokens.Form(first - 1).ToString().ToLowerInvariant() : null;

    // The noun of an office that a portfolio is named with, ranks before it allowed ("deputy minister"); null where the office is told already.
    private string? Head(string office)
    {
        int space = office.LastIndexOf(' ');
        string head = office[(space + 1)..];
        if (head is not ("minister" or "secretary" or "commissioner"))
        {
            return null;
        }

        foreach (Range word in office.AsSpan(0, Math.Max(0, space)).Split(' '))
        {
            if (Qualifier(office.AsSpan()[word]) != "rank" && space > 0)
            {
                return null;
            }
        }

        return head;
    }

    private string WithPortfolio(ParsedText parse, string office, string head, ref (int First, int End) rows, int sentence)
    {
        TokenTable tokens = parse.Tokens;
        int first = PortfolioStart(parse, rows.First, sentence, head);
        if (first < rows.First)
        {
            string portfolio = Usual(tokens.Span(first, rows.First).In(tokens.Text), head);
            rows.First = first;
            if (office == head && RankBefore(tokens, first, sentence) is { } rank)
            {
                rows.First--;
                return $"{rank} {portfolio} {office}";
            }

            return $"{portfolio} {office}";
        }

        int end = PortfolioEnd(parse, rows.End, isCapital: char.IsUpper(tokens.Form(rows.End - 1)[0]), out int start);
        if (end <= rows.End)
        {
            return office;
        }

        rows.End = end;
        return $"{office[..^head.Length]}{Usual(tokens.Span(start, end).In(tokens.Text), head)} {head}";
    }

    // "International Development Minister", "the economic affairs minister": the words before the noun that name no state. Before a minister with a
    // capital any capitalised word will do, else those alone that the list has.
    private int PortfolioStart(ParsedText parse, int title, int sentence, string head)
    {
        TokenTable tokens = parse.Tokens;
        bool isCapital = char.IsUpper(tokens.Form(title)[0]);
        bool isFree = isCapital && head == "minister";
        int first = title;
        while (first > sentence && title - first < LongestPortfolio)
        {
            bool joins = tokens.Form(first - 1) is "and" or "&" && first < title && first - 2 >= sentence && IsPortfolio(parse, first - 2, sentence, isCapital, isFree);
            if (!joins && !IsPortfolio(parse, first - 1, sentence, isCapital, isFree))
            {
                break;
            }

            first--;
        }

        first += first < title && tokens.Form(first) is "and" or "&" ? 1 : 0;

        // The first word of a sentence has its capital from there, but a noun before "Minister" is a portfolio all the same.
        return first == sentence && first < title && parse.Upos[first] is not (UposTag.Noun or UposTag.Propn) && !IsListed(tokens.Form(first)) ? title : first;
    }

    private bool IsPortfolio(ParsedText parse, int row, int sentence, bool isCapital, bool isFree)
    {
        ReadOnlySpan<char> form = parse.Tokens.Form(row);
        // "European Commissioner" says whose.
        if (Qualifier(form) is not null || (!isFree && form is "European"))
        {
            return false;
        }

        if (IsListed(form) || (form is "'s" or "'" or "\u2019s" or "\u2019" && row > sentence && IsListed(parse.Tokens.Form(row - 1))))
        {
            return !isCapital || char.IsUpper(form[0]) || !char.IsLetter(form[0]);
        }

        // "Sri Lankan Minister": an adjective of two words.
        return isFree && char.IsUpper(form[0]) && parse.Upos[row] is UposTag.Noun or UposTag.Propn or UposTag.Adj
            && _states.Of(parse.Tokens, row, row + 1) is null && (row == sentence || _states.Of(parse.Tokens, row - 1, row + 1) is null);
    }

    // "Minister of Agriculture and Rural Development", "the minister for development": the words of a portfolio behind "of"; the noun goes no further.
    private int PortfolioEnd(ParsedText parse, int end, bool isCapital, out int start)
    {
        TokenTable tokens = parse.Tokens;
        start = end + 1;
        if (end + 1 >= tokens.Count || tokens.Form(end) is not ("of" or "for"))
        {
            return end;
        }

        start += tokens.Form(start) is "the" ? 1 : 0;
        int last = start;
        while (last < tokens.Count && last < start + LongestBehind
            && (Continues(tokens, last, isCapital) || (last > start && tokens.Form(last) is "and" or "&" && last + 1 < tokens.Count && Continues(tokens, last + 1, isCapital))
                || (last > start && tokens.Form(last) is "'s" or "'" or "\u2019s" or "\u2019" && last + 1 < tokens.Count && Continues(tokens, last + 1, isCapital))))
        {
            last++;
        }

        last -= last > start && tokens.Form(last - 1) is "and" or "&" ? 1 : 0;
        bool goesOn = last < tokens.Count && last > start && char.IsLower(tokens.Form(last)[0]) && parse.Upos[last] is UposTag.Noun or UposTag.Adj;
        return last == start || goesOn ? end : last;
    }

    private bool Continues(TokenTable tokens, int row, bool isCapital) => IsListed(tokens.Form(row)) && (!isCapital || char.IsUpper(tokens.Form(row)[0]));

    // "Foreign affairs": what the office of a minister calls it.
    private string Usual(ReadOnlySpan<char> text, string head)
    {
        string portfolio = text.ToString().ToLowerInvariant();
        return head == "minister" && _portfolios.TryGetValue(portfolio, out string? usual) && usual.Length > 1 ? usual : portfolio;
    }

    private bool IsListed(ReadOnlySpan<char> word) => _portfolios.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word);

    private bool IsShared(ReadOnlySpan<char> word) => _portfolios.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out string? kind) && kind == "+";
}
