using System.Globalization;
using System.Numerics;
using Readout.Attribution.Assembly;
using Readout.Entities;
using Readout.Parsing;

namespace Readout.Attribution.Kinds;

/// <summary>What the classifier of kinds knows of a statement, as rows of a hashed table.</summary>
internal sealed class KindFeatures(ParsedText parse, CueLexicon cues, KindHints hints, WordClusters clusters)
{
    /// <summary>Rows of the table.</summary>
    public const int TableSize = 1 << 17;

    // Content rows that are read; a longer statement has said by then what it does.
    private const int LongestContent = 60;

    private const int CueCopies = 4;

    // Rows before the statement that are read.
    private const int LongestContext = 40;

    private static readonly string[] Digits = [.. Enumerable.Range(0, 256).Select(number => number.ToString(CultureInfo.InvariantCulture))];
    private static readonly string[] RelationNames = Enum.GetNames<DependencyRelation>();
    private static readonly string[] KindNames = Enum.GetNames<StatementKind>();
    private static readonly string[] TagNames = Enum.GetNames<UposTag>();

    private readonly Clauses _clauses = new(parse);
    private readonly KindSides _sides = new(parse, hints);
    private readonly (string Name, string Kind, ulong Hash)[] _openings = new (string, string, ulong)[64];
    private readonly (string? Lemma, string[]? Hints)[] _words = new (string?, string[]?)[parse.Tokens.Count];
    private readonly List<int> _ids = [];
    private readonly ulong[] _seen = new ulong[TableSize / 64];

    /// <summary>Feature ids of a statement; the list is reused by the next call.</summary>
    /// <param name="cue">Rows of the cue, an empty range where there is none.</param>
    /// <param name="content">Content rows in text order.</param>
    public List<int> Compute((int First, int End) cue, IReadOnlyList<(int First, int End)> content)
    {
        foreach (int id in _ids)
        {
            _seen[id >> 6] = 0;
        }

        _ids.Clear();
        _sides.Begin(0, 0, "-");
        Add("bias", "", "");
        string kind = AddCue(cue);
        bool isTold = kind == "told";
        if (!isTold && Performed(content[0]) is { } performed)
        {
            for (int copy = 0; copy < CueCopies; copy++)
            {
                Add("kind", "", KindNames[(int)performed], Digits[copy]);
            }
        }

        string source = isTold ? "-" : AddSource(cue, kind);
        if (!isTold)
        {
            AddContext(cue, content, kind);
        }

        int read = 0;
        for (int piece = 0; piece < content.Count && read < LongestContent; piece++)
        {
            (int first, int end) = content[piece];
            end = Math.Min(end, first + LongestContent - read);
            read += end - first;
            AddWords(first, end, kind);
            AddClause(first, end, kind, piece == 0 ? "first" : "more");
            if (!isTold)
            {
                AddActs(first, end, source, kind);
            }
        }

        return _ids;
    }

    private string AddCue((int First, int End) cue)
    {
        string kind = cue.End > cue.First ? "neutral" : "none";
        string all = "";
        for (int row = cue.First; row < cue.End; row++)
        {
            string lemma = Lemma(row);
            all += " " + lemma;
            Add("cue", "", lemma);
            if (cues.At(parse, row) is { } entry)
            {
                kind = entry.Kind is { } told ? told.ToString() : kind;
                Add("entry", "", entry.Lemma);
                Add("class", "", entry.Class);
            }
        }

        bool hasNext = cue.End < parse.Tokens.Count;
        Add("cue and next", "", all, hasNext ? " " : "", hasNext ? Lemma(cue.End) : "");
        for (int copy = 0; copy < CueCopies; copy++)
        {
            // An explicit cue decides: as many weights as its say is worth beside the many of the content.
            Add("kind", "", kind, Digits[copy]);
            Add("cues", "", all, Digits[copy]);
        }

        return kind == "neutral" || kind == "none" ? "neutral" : "told";
    }

    // "I promise", "we refuse", "I suggested": the act that the speaker performs, which decides as an explicit cue does; null for none.
    private StatementKind? Performed((int First, int End) content)
    {
        int head = _clauses.HeadOf(content.First, content.End);
        int subject = parse.ChildWith(head, DependencyRelation.Nsubj);
        bool isOwn = subject >= 0 && Lemma(subject) is "i" or "we" && parse.Xpos(head) is "VBP" or "VBD";
        return isOwn && parse.ChildWith(head, DependencyRelation.Aux) < 0 ? cues.At(parse, head)?.Kind : null;
    }

    // Who speaks, as far as the cue's own clause tells: a pronoun, the head of the noun phrase, or nothing.
    private string AddSource((int First, int End) cue, string kind)
    {
        (int first, int end) = cue.End > cue.First ? _clauses.SubjectOf(cue.First, cue.End) : default;
        if (end <= first)
        {
            Add("source ", kind, "-");
            return "-";
        }

        int head = _clauses.HeadOf(first, end);
        string lemma = Lemma(head);
        _sides.Begin(first, end, lemma);
        Add("source ", kind, parse.Upos[head] == UposTag.Propn ? "name" : lemma);
        Add("source title ", kind, parse.Upos[head] == UposTag.Propn && head > first ? Lemma(head - 1) : "-");
        AddCluster("source cluster ", kind, "", head);
        return lemma;
    }

    // What the sentence of the cue and the one before say beside the content: reports denied, questions asked.
    private void AddContext((int First, int End) cue, IReadOnlyList<(int First, int End)> content, string kind)
    {
        int anchor = Math.Min(cue.End > cue.First ? cue.First : content[0].First, content[0].First);
        int sentence = parse.Tokens.SentenceOf(anchor);
        int first = Math.Max(parse.Tokens.SentenceStarts[Math.Max(0, sentence - 1)], anchor - LongestContext), end = anchor;
        for (int row = first; row < end; row++)
        {
            foreach (string hint in HintsOf(row))
            {
                Add("before ", kind, hint);
            }
        }
    }

    // Every clause of the content with a subject: is it the speaker's own side, what is its time and mood, and what is done.
    private void AddActs(int first, int end, string source, string kind)
    {
        bool isIf = false;
        for (int row = first; row < end; row++)
        {
            isIf |= parse.Lemma(row) is "if" or "unless" or "until";
            if (parse.Upos[row] is not (UposTag.Verb or UposTag.Adj or UposTag.Noun) || (parse.Upos[row] != UposTag.Verb && parse.ChildWith(row, DependencyRelation.Cop) < 0))
            {
                continue;
            }

            (string side, string mood, bool isNegated) = Act(row, source);
            if (side == "-" && mood == "-")
            {
                continue;
            }

            string act = side + " " + mood + (isNegated ? " not" : "");
            Add("act of ", kind, act);
            Add("act of", "", act);
            Add("act if ", kind, act, isIf ? " if" : "");
            Add("act verb ", kind, act, " ", Lemma(row));
            AddCluster("act cluster ", kind, act, row);
            foreach (string hint in HintsOf(row))
            {
                Add("act hint ", kind, act, " ", hint);
            }
        }
    }

    private (string Side, string Mood, bool IsNegated) Act(int verb, string source)
    {
        string side = "-", mood = "-";
        bool isNegated = false;
        foreach (int child in parse.Children(verb))
        {
            string lemma = Lemma(child);
            DependencyRelation relation = parse.Relations[child];
            if (relation is DependencyRelation.Nsubj or DependencyRelation.NsubjPass)
            {
                side = _sides.Of(lemma, child) + (relation == DependencyRelation.NsubjPass ? " passive" : "");
            }
            else if (relation is DependencyRelation.Aux && (mood == "-" || lemma is not ("be" or "have")))
            {
                mood = lemma is "will" or "would" or "shall" or "'ll" ? "will" : lemma;
            }
            else if (lemma is "not" or "n't" or "never" or "no")
            {
                isNegated = true;
            }

            // "There was no breach", "nobody asked us".
            int determiner = parse.ChildWith(child, DependencyRelation.Det);
            isNegated |= lemma is "nothing" or "nobody" or "none" || (determiner >= 0 && parse.Lemma(determiner) is "no");
        }

        return (side, mood == "-" && side != "-" ? parse.Xpos(verb) : mood, isNegated);
    }

    private void AddCluster(string name, string kind, string act, int row)
    {
        uint both = clusters.Of(parse.Tokens.Form(row));
        if (both != 0)
        {
            Add(name, kind, act, "c", Digits[both >> 8]);
            Add(name, kind, act, "f", Digits[both & 0xFF]);
        }
    }

    private void AddWords(int first, int end, string kind)
    {
        string before = "^";
        for (int row = first; row < end; row++)
        {
            string lemma = Lemma(row);
            if (parse.Upos[row] != UposTag.Punct)
            {
                Add("word ", kind, lemma);
                Add("pair ", kind, before, " ", lemma);
                before = lemma;
                AddHints(row, lemma, kind);
                if (kind != "told")
                {
                    AddCluster("word cluster ", kind, "", row);
                }
            }
            else if (lemma is "?" or "!")
            {
                Add("mark", "", lemma);
            }
        }

        Add("opening", "", OpeningOf(first, end));
        Add("open ", kind, Lemma(first));
        Add("length", "", Digits[BitOperations.Log2((uint)(end - first))]);
    }

    // Form of the content: an infinitive, somebody who is to do something, a gerund, a noun phrase, a clause.
    private string OpeningOf(int first, int end)
    {
        if (parse.Lemma(first) is "to" or "that" or "whether" or "if")
        {
            return parse.Lemma(first);
        }

        int head = _clauses.HeadOf(first, end);
        if (parse.Upos[head] is UposTag.Noun or UposTag.Propn or UposTag.Pron && parse.ChildWith(head, DependencyRelation.Cop) < 0)
        {
            for (int row = head + 1; row < Math.Min(end - 1, head + 12); row++)
            {
                if (parse.Lemma(row) == "to" && parse.Xpos(row + 1) == "VB")
                {
                    return "somebody to";
                }
            }

            return "noun";
        }

        return parse.Xpos(head);
    }

    private void AddHints(int row, string lemma, string kind)
    {
        foreach (string hint in HintsOf(row))
        {
            Add("hint ", kind, hint);
            Add("hint", "", hint);
            int head = parse.Heads[row];
            Add("hint of", "", hint, " ", head < 0 ? "root" : RelationNames[(int)parse.Relations[row]]);
        }
    }

    // Who is to do what, and how surely: the content's main verb with its subject, auxiliaries and negation.
    private void AddClause(int first, int end, string kind, string place)
    {
        int head = _clauses.HeadOf(first, end);
        string root = Lemma(head);
        string subject = "-", auxiliary = "-", negation = "-";
        foreach (int child in parse.Children(head))
        {
            DependencyRelation relation = parse.Relations[child];
            string lemma = Lemma(child);
            if (relation is DependencyRelation.Nsubj or DependencyRelation.NsubjPass)
            {
                subject = parse.Upos[child] == UposTag.Pron ? lemma : TagNames[(int)parse.Upos[child]];
            }
            else if (relation is DependencyRelation.Aux && (auxiliary == "-" || auxiliary is "have" or "be"))
            {
                auxiliary = lemma;
            }
            else if (lemma is "not" or "n't" or "never" or "no")
            {
                negation = "not";
            }
        }

        string tense = parse.Xpos(head);
        if (kind != "told")
        {
            AddCluster("root cluster ", kind, "", head);
        }

        Add("imperative ", kind, tense == "VB" && subject == "-" && auxiliary == "-" ? "yes" : "no");
        Add("root ", kind, root);
        Add("tense ", kind, place, tense);
        Add("subject ", kind, subject);
        Add("auxiliary ", kind, place, auxiliary);
        Add("negation ", kind, negation);
        Add("modal ", kind, subject, " ", auxiliary, negation);
        Add("act ", kind, auxiliary, " ", root);
        Add("agent ", kind, subject, tense, auxiliary);
        foreach (string hint in HintsOf(head))
        {
            Add("root hint ", kind, hint, auxiliary, negation);
            Add("agent hint ", kind, hint, " ", subject);
        }
    }

    // A row is read for several statements and several times for each: what is looked up by its word is kept.
    private string Lemma(int row)
    {
        ref (string? Lemma, string[]? Hints) kept = ref _words[row];
        return kept.Lemma ??= Lower(parse.Lemma(row));
    }

    private string[] HintsOf(int row)
    {
        ref (string? Lemma, string[]? Hints) kept = ref _words[row];
        return kept.Hints ??= hints.Of(Lemma(row));
    }

    private static string Lower(string lemma) =>
        lemma.AsSpan().ContainsAnyExceptInRange('\0', '\x7F') || lemma.AsSpan().ContainsAnyInRange('A', 'Z') ? lemma.ToLowerInvariant() : lemma;

    // FNV-1a over the parts, which a tab and unit separators part.
    private void Add(string name, string kind, string first, string second = "", string third = "", string fourth = "")
    {
        ulong hash = Hash(Opening(name, kind), first);
        if (second.Length > 0 || third.Length > 0)
        {
            hash = Hash(Hash(Hash(hash, second), third), fourth);
        }

        int id = (int)((hash ^ (hash >> 31)) & (TableSize - 1));
        if ((_seen[id >> 6] & (1UL << id)) == 0)
        {
            _seen[id >> 6] |= 1UL << id;
            _ids.Add(id);
        }
    }

    // The first two parts are of few values, the same strings each time: their hashes are kept, in places told by length and a letter.
    private ulong Opening(string name, string kind)
    {
        ref (string Name, string Kind, ulong Hash) kept = ref _openings[((name.Length * 5) + name[^2] + (kind.Length * 3)) & (_openings.Length - 1)];
        if (!ReferenceEquals(kept.Name, name) || !ReferenceEquals(kept.Kind, kind))
        {
            kept = (name, kind, Hash(Hash(0xCBF29CE484222325UL, name), kind));
        }

        return kept.Hash;
    }

    private static ulong Hash(ulong hash, string part)
    {
        foreach (char c in part)
        {
            hash = (hash ^ c) * 0x100000001B3UL;
        }

        return (hash ^ '\t') * 0x100000001B3UL;
    }
}
