using System.Buffers;

namespace Readout.Tokenization;

/// <summary>
/// What the sentence model sees of a paragraph: the class, the hash and the spacing of each word, and hashed features of the gap after a word.
/// Arrays are rented; <see cref="Dispose"/> gives them back.
/// </summary>
internal ref struct SentenceCues
{
    /// <summary>Size of the hashed feature space.</summary>
    public const int Space = 1 << 16;

    /// <summary>Features of one gap.</summary>
    public const int FeatureCount = 22;

    // Word classes; letters make hashed features readable in a debugger.
    private const byte None = (byte)'_';
    private const byte Stop = (byte)'.';
    private const byte Question = (byte)'?';
    private const byte Exclamation = (byte)'!';
    private const byte Ellipsis = (byte)'e';
    private const byte Colon = (byte)':';
    private const byte Semicolon = (byte)';';
    private const byte Comma = (byte)',';
    private const byte Dash = (byte)'-';
    private const byte Opening = (byte)'(';
    private const byte Closing = (byte)')';
    private const byte Abbreviation = (byte)'A';
    private const byte Initial = (byte)'I';
    private const byte Capitals = (byte)'C';
    private const byte Capitalised = (byte)'U';
    private const byte LowerCase = (byte)'l';
    private const byte Number = (byte)'9';
    private const byte Sign = (byte)'*';
    private const byte Smiley = (byte)'m';

    private readonly TokenTable _tokens;
    private readonly CharKinds _kinds;
    private readonly byte[] _classes;
    private readonly uint[] _hashes;
    private int _first;
    private int _end;
    private int _sentenceFirst;
    private int _depth;
    private bool _quoted;

    public SentenceCues(TokenTable tokens, CharKinds kinds)
    {
        _tokens = tokens;
        _kinds = kinds;
        _classes = ArrayPool<byte>.Shared.Rent(tokens.Count + 1);
        _hashes = ArrayPool<uint>.Shared.Rent(tokens.Count + 1);
        for (int row = 0; row < tokens.Count; row++)
        {
            ReadOnlySpan<char> form = tokens.Form(row);
            _classes[row] = Classify(form, row);
            _hashes[row] = HashLower(form);
        }
    }

    public readonly void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_classes);
        ArrayPool<uint>.Shared.Return(_hashes);
    }

    /// <summary>Opens a paragraph: rows [first, end).</summary>
    public void BeginParagraph(int first, int end)
    {
        (_first, _end, _sentenceFirst) = (first, end, first);
        (_depth, _quoted) = (0, false);
    }

    /// <summary>Moves over a row: keeps account of brackets and quotation marks. Called for each row in order.</summary>
    public void Pass(int row)
    {
        switch (_tokens.Form(row)[0])
        {
            case '(' or '[':
                _depth++;
                break;
            case ')' or ']':
                _depth = Math.Max(0, _depth - 1);
                break;
            case '\u201C' or '\u00AB' or '\u201E':
                _quoted = true;
                break;
            case '\u201D' or '\u00BB':
                _quoted = false;
                break;
            case '"':
                _quoted = !_quoted;
                break;
            default:
                break;
        }
    }

    /// <summary>A sentence ended before <paramref name="row"/>.</summary>
    public void BeginSentence(int row) => _sentenceFirst = row;

    /// <summary>Whether a sentence may end after <paramref name="row"/>, which is not the last of its paragraph.</summary>
    public readonly bool MayEnd(int row)
    {
        byte here = _classes[row];
        byte next = _classes[row + 1];
        return !_tokens.JoinsPrevious(row + 1)
            && (here is Stop or Question or Exclamation or Ellipsis or Colon or Semicolon or Closing or Smiley or Abbreviation or Dash or Initial
                || next is Capitalised or Capitals or Number or Sign or Opening or Initial or Abbreviation);
    }

    /// <summary>Whether the row is a number.</summary>
    public readonly bool IsNumber(int row) => _classes[row] == Number;

    /// <summary>Indexes of the features of the gap after <paramref name="row"/>, <see cref="FeatureCount"/> of them.</summary>
    public readonly void Features(int row, scoped Span<ushort> features)
    {
        uint c3 = Class(row - 2);
        uint c2 = Class(row - 1);
        uint c1 = Class(row);
        uint n1 = Class(row + 1);
        uint n2 = Class(row + 2);
        uint w1 = _hashes[row];
        uint v1 = _hashes[row + 1];
        uint gap = (c1 << 8) | n1;
        uint spaces = (_tokens.SpaceBefore(row) ? 1u : 0) | (_tokens.SpaceBefore(row + 1) ? 2u : 0)
            | (row + 2 < _end && _tokens.SpaceBefore(row + 2) ? 4u : 0);
        uint before = row > _first ? _hashes[row - 1] : 0;
        int f = 0;
        features[f++] = Index(1, gap, 0);
        features[f++] = Index(2, gap, c2);
        features[f++] = Index(3, gap, n2);
        features[f++] = Index(4, gap, (c2 << 8) | n2);
        features[f++] = Index(5, w1, 0);
        features[f++] = Index(6, v1, 0);
        features[f++] = Index(7, w1, n1);
        features[f++] = Index(8, v1, c1);
        features[f++] = Index(9, before, gap);
        features[f++] = Index(10, row + 2 < _end ? _hashes[row + 2] : 0, gap);
        features[f++] = Index(11, gap, spaces);
        features[f++] = Index(12, gap, _quoted ? 1u : 2u);
        features[f++] = Index(13, gap, (uint)Math.Min(_depth, 2));
        features[f++] = Index(14, gap, Bucket(row + 1 - _sentenceFirst));
        features[f++] = Index(15, gap, Bucket(_end - row - 1));
        features[f++] = Index(16, w1, v1);
        features[f++] = Index(17, gap, (c2 << 8) | (_quoted ? 1u : 2u));
        features[f++] = Index(18, gap, (c3 << 8) | c2);
        features[f++] = Index(19, gap, (uint)_classes[_end - 1]);
        features[f++] = Index(20, gap, (spaces << 8) | c2);
        features[f++] = Index(21, v1, (c2 << 8) | c1);
        features[f] = Index(22, gap, (uint)Math.Min(_tokens.Form(row).Length, 6) | (row > _first ? (uint)Math.Min(_tokens.Form(row - 1).Length, 6) << 4 : 0));
    }

    private readonly uint Class(int row) => row >= _first && row < _end ? _classes[row] : None;

    private static uint Bucket(int count) => count switch
    {
        <= 3 => (uint)count,
        <= 5 => 4,
        <= 8 => 5,
        <= 15 => 6,
        <= 30 => 7,
        _ => 8,
    };

    private static ushort Index(uint template, uint left, uint right)
    {
        ulong hash = (((ulong)left << 32) | right) + (template * 0x9E3779B97F4A7C15UL);
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        return (ushort)(hash >> 48);
    }

    private static uint HashLower(ReadOnlySpan<char> form)
    {
        uint hash = 2166136261;
        foreach (char c in form)
        {
            hash = (hash ^ (char.IsAsciiDigit(c) ? '0' : char.ToLowerInvariant(c))) * 16777619;
        }

        return hash;
    }

    private readonly byte Classify(ReadOnlySpan<char> form, int row)
    {
        char c = form[0];
        switch (_kinds[c])
        {
            case CharKind.Digit:
                return Number;
            case CharKind.Lower:
                return form[^1] == '.' ? Abbreviation : LowerCase;
            case CharKind.Upper:
                return ClassifyUpper(form);
            default:
                break;
        }

        if (c == '.' || c == '\u2026')
        {
            return form.Length == 1 && c == '.' ? Stop : Ellipsis;
        }

        if (form.Length > 1 && (c is ':' or ';' or '=' or '(' or '<' || form[^1] is ')' or '('))
        {
            return Smiley;
        }

        return c switch
        {
            '?' => Question,
            '!' => form.Contains('?') ? Question : Exclamation,
            ':' => Colon,
            ';' => Semicolon,
            ',' => Comma,
            '-' or '\u2013' or '\u2014' or '\u2015' => Dash,
            '(' or '[' or '\u201C' or '\u2018' or '\u00AB' or '\u201E' or '`' => Opening,
            ')' or ']' or '\u201D' or '\u2019' or '\u00BB' => Closing,
            '"' or '\'' => IsOpening(row) ? Opening : Closing,
            _ => Sign,
        };
    }

    private readonly byte ClassifyUpper(ReadOnlySpan<char> form)
    {
        if (form[^1] == '.')
        {
            return form.Length == 2 ? Initial : Abbreviation;
        }

        bool capitals = form.Length > 1;
        foreach (char c in form)
        {
            capitals &= _kinds[c] != CharKind.Lower;
        }

        return capitals ? Capitals : Capitalised;
    }

    // A straight mark opens where a space stands before it and none after.
    private readonly bool IsOpening(int row) =>
        _tokens.SpaceBefore(row) && (row + 1 >= _tokens.Count || !_tokens.SpaceBefore(row + 1));
}
