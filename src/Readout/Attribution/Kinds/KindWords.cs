using Readout.Parsing;

namespace Readout.Attribution.Kinds;

/// <summary>The words of one text: a row is read for several statements and several times for each. Not thread-safe.</summary>
internal sealed class KindWords(ParsedText parse, KindScratch scratch)
{
    private readonly KindWord?[] _rows = new KindWord?[parse.Tokens.Count];

    public KindWord this[int row] => _rows[row] ??= scratch.Find(parse.Tokens.Form(row), parse.Lemma(row));
}
