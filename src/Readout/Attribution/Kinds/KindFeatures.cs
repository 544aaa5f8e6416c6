using System.Numerics;
using Readout.Attribution.Assembly;
using Readout.Parsing;

namespace Readout.Attribution.Kinds;

/// <summary>What the classifier of kinds knows of a statement, as rows of a hashed table.</summary>
internal sealed class KindFeatures
{
    /// <summary>Rows of the table.</summary>
    public const int TableSize = 1 << 17;

    // Content rows that are read; a longer statement has said by then what it does.
    private const int LongestContent = 60;

    private const int CueCopies = 4;

    // Rows before the statement that are read.
    private const int LongestContext = 40;

    // What the cue tells: a kind (from 0), nothing, or there is none.
    private const ulong Neutral = 254;
    private const ulong NoCue = 255;

    // The same for the features of the content: the cue has decided, or not.
    private const ulong Told = 1;
    private const ulong Open = 2;

    private static readonly ulong None = KindHash.Of("-");
    private static readonly ulong Name = KindHash.Of("name");

    private readonly ParsedText _parse;
    private readonly CueLexicon _cues;
    private readonly Clauses _clauses;
    private readonly KindWords _words;
    private readonly KindFeatureSet _features;
    private readonly KindActs _acts;

    /// <param name="parse">The text.</param>
    /// <param name="cues">The cue lexicon.</param>
    /// <param name="scratch">Storage that serves no other text meanwhile.</param>
    public KindFeatures(ParsedText parse, CueLexicon cues, KindScratch scratch)
    {
        (_parse, _cues, _features) = (parse, cues, scratch.Features);
        _clauses = new Clauses(parse);
        _words = new KindWords(parse, scratch);
        _acts = new KindActs(parse, _words, _clauses, _features);
    }

    /// <summary>Feature ids of a statement, until the next call.</summary>
    /// <param name="cue">Rows of the cue, an empty range where there is none.</param>
    /// <param name="content">Content rows in text order.</param>
    public ReadOnlySpan<int> Compute((int First, int End) cue, IReadOnlyList<(int First, int End)> content)
    {
        _features.Clear();
        _acts.Begin(0, 0, "-");
        _features.Add(KindTemplate.Bias, 0);
        bool isTold = AddCue(cue);
        _features.Context = isTold ? Told : Open;
        if (!isTold)
        {
            if (Performed(content[0]) is { } performed)
            {
                AddCopies(KindTemplate.CueKind, (ulong)performed);
            }

            AddSource(cue);
            AddContext(cue, content[0].First);
        }

        int read = 0;
        for (int piece = 0; piece < content.Count && read < LongestContent; piece++)
        {
            (int first, int end) = content[piece];
            end = Math.Min(end, first + LongestContent - read);
            read += end - first;
            AddWords(first, end, isTold);
            _acts.AddMain(first, end, piece == 0, isTold);
            if (!isTold)
            {
                _acts.AddAll(first, end);
            }
        }

        return _features.Ids;
    }

    // Whether the cue tells the kind.
    private bool AddCue((int First, int End) cue)
    {
        ulong kind = cue.End > cue.First ? Neutral : NoCue, all = 0;
        for (int row = cue.First; row < cue.End; row++)
        {
            ulong lemma = _words[row].Hash;
            all = KindHash.Of(all, lemma);
            _features.Add(KindTemplate.CueWord, lemma);
            if (_cues.At(_parse, row) is { } entry)
            {
                kind = entry.Kind is { } told ? (ulong)told : kind;
                _features.Add(KindTemplate.CueEntry, KindHash.Of(entry.Lemma));
                _features.Add(KindTemplate.CueClass, KindHash.Of(entry.Class));
            }
        }

        _features.Add(KindTemplate.CueAndNext, KindHash.Of(all, cue.End < _parse.Tokens.Count ? _words[cue.End].Hash : 0));
        AddCopies(KindTemplate.CueKind, kind);
        AddCopies(KindTemplate.CueWords, all);
        return kind is not (Neutral or NoCue);
    }

    // An explicit cue decides: as many weights as its say is worth beside the many of the content.
    private void AddCopies(KindTemplate template, ulong value)
    {
        for (ulong copy = 0; copy < CueCopies; copy++)
        {
            _features.Add(template, KindHash.Of(value, copy));
        }
    }

    // "I promise", "we refuse", "I suggested": the act that the speaker performs, which decides as an explicit cue does; null for none.
    private StatementKind? Performed((int First, int End) content)
    {
        int head = _clauses.HeadOf(content.First, content.End);
        int subject = _parse.ChildWith(head, DependencyRelation.Nsubj);
        bool isOwn = subject >= 0 && _words[subject].Lemma is "i" or "we" && _parse.Xpos(head) is "VBP" or "VBD";
        return isOwn && _parse.ChildWith(head, DependencyRelation.Aux) < 0 ? _cues.At(_parse, head)?.Kind : null;
    }

    // Who speaks, as far as the cue's own clause tells: a pronoun, the head of the noun phrase, or nothing.
    private void AddSource((int First, int End) cue)
    {
        (int first, int end) = cue.End > cue.First ? _clauses.SubjectOf(cue.First, cue.End) : default;
        if (end <= first)
        {
            _features.Add(KindTemplate.Source, None);
            return;
        }

        int head = _clauses.HeadOf(first, end);
        bool isName = _parse.Upos[head] == UposTag.Propn;
        _acts.Begin(first, end, _words[head].Lemma);
        _features.Add(KindTemplate.Source, isName ? Name : _words[head].Hash);
        _features.Add(KindTemplate.SourceTitle, isName && head > first ? _words[head - 1].Hash : None);
        _features.AddClusters(KindTemplate.SourceCluster, 0, _words[head].Clusters);
    }

    // What the sentence of the cue and the one before say beside the content: reports denied, questions asked.
    private void AddContext((int First, int End) cue, int content)
    {
        int anchor = Math.Min(cue.End > cue.First ? cue.First : content, content);
        int sentence = _parse.Tokens.SentenceOf(anchor);
        int first = Math.Max(_parse.Tokens.SentenceStarts[Math.Max(0, sentence - 1)], anchor - LongestContext);
        for (int row = first; row < anchor; row++)
        {
            foreach (ulong hint in _words[row].Hints)
            {
                _features.Add(KindTemplate.Before, hint);
            }
        }
    }

    private void AddWords(int first, int end, bool isTold)
    {
        ulong before = 0;
        for (int row = first; row < end; row++)
        {
            KindWord word = _words[row];
            if (_parse.Upos[row] != UposTag.Punct)
            {
                _features.AddTold(KindTemplate.Word, word.Hash);
                _features.AddTold(KindTemplate.Pair, KindHash.Of(before, word.Hash));
                before = word.Hash;
                AddHints(row, word.Hints);
                if (!isTold)
                {
                    _features.AddClusters(KindTemplate.WordCluster, 0, word.Clusters);
                }
            }
            else if (word.Lemma is "?" or "!")
            {
                _features.Add(KindTemplate.Mark, word.Hash);
            }
        }

        _features.Add(KindTemplate.Opening, KindHash.Of(OpeningOf(first, end)));
        _features.AddTold(KindTemplate.FirstWord, _words[first].Hash);
        _features.Add(KindTemplate.Length, (ulong)BitOperations.Log2((uint)(end - first)));
    }

    private void AddHints(int row, ulong[] hints)
    {
        foreach (ulong hint in hints)
        {
            _features.AddTold(KindTemplate.Hint, hint);
            _features.Add(KindTemplate.HintAny, hint);
            _features.Add(KindTemplate.HintRelation, KindHash.Of(hint, _parse.Heads[row] < 0 ? 0 : 1 + (ulong)_parse.Relations[row]));
        }
    }

    // Form of the content: an infinitive, somebody who is to do something, a gerund, a noun phrase, a clause.
    private string OpeningOf(int first, int end)
    {
        if (_parse.Lemma(first) is "to" or "that" or "whether" or "if")
        {
            return _parse.Lemma(first);
        }

        int head = _clauses.HeadOf(first, end);
        if (_parse.Upos[head] is UposTag.Noun or UposTag.Propn or UposTag.Pron && _parse.ChildWith(head, DependencyRelation.Cop) < 0)
        {
            for (int row = head + 1; row < Math.Min(end - 1, head + 12); row++)
            {
                if (_parse.Lemma(row) == "to" && _parse.Xpos(row + 1) == "VB")
                {
                    return "somebody to";
                }
            }

            return "noun";
        }

        return _parse.Xpos(head);
    }
}
