using Readout.Attribution.Assembly;
using Readout.Parsing;

namespace Readout.Attribution.Kinds;

/// <summary>What the classifier of kinds knows of a statement, as rows of a hashed table.</summary>
internal sealed class KindFeatures(ParsedText parse, CueLexicon cues, KindHints hints)
{
    /// <summary>Rows of the table.</summary>
    public const int TableSize = 1 << 14;

    // Content rows that are read; a longer statement has said by then what it does.
    private const int LongestContent = 60;

    private readonly Clauses _clauses = new(parse);
    private readonly List<int> _ids = [];

    /// <summary>Feature ids of a statement; the list is reused by the next call.</summary>
    /// <param name="cue">Rows of the cue, an empty range where there is none.</param>
    /// <param name="content">Content rows in text order.</param>
    public List<int> Compute((int First, int End) cue, IReadOnlyList<(int First, int End)> content)
    {
        _ids.Clear();
        Add("bias", "");
        string kind = AddCue(cue);
        int read = 0;
        for (int piece = 0; piece < content.Count && read < LongestContent; piece++)
        {
            (int first, int end) = content[piece];
            end = Math.Min(end, first + LongestContent - read);
            read += end - first;
            AddWords(first, end, kind);
            AddClause(first, end, kind, piece == 0 ? "first" : "more");
        }

        return _ids;
    }

    private string AddCue((int First, int End) cue)
    {
        string kind = cue.End > cue.First ? "neutral" : "none";
        string all = "";
        for (int row = cue.First; row < cue.End; row++)
        {
            string lemma = parse.Lemma(row).ToLowerInvariant();
            all += " " + lemma;
            Add("cue", lemma);
            if (cues.At(parse, row) is { } entry)
            {
                kind = entry.Kind is { } told ? told.ToString() : kind;
                Add("entry", entry.Lemma);
                Add("class", entry.Class);
            }
        }

        Add("cues", all);
        Add("kind", kind);
        return kind == "neutral" || kind == "none" ? "neutral" : "told";
    }

    private void AddWords(int first, int end, string kind)
    {
        string before = "^";
        for (int row = first; row < end; row++)
        {
            string lemma = parse.Lemma(row).ToLowerInvariant();
            if (parse.Upos[row] != UposTag.Punct)
            {
                Add("word " + kind, lemma);
                Add("pair " + kind, before + " " + lemma);
                before = lemma;
                AddHints(row, lemma, kind);
            }
            else if (lemma is "?" or "!")
            {
                Add("mark", lemma);
            }
        }

        Add("open " + kind, parse.Lemma(first).ToLowerInvariant());
        Add("length", System.Numerics.BitOperations.Log2((uint)(end - first)).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private void AddHints(int row, string lemma, string kind)
    {
        foreach (string hint in hints.Of(lemma))
        {
            Add("hint " + kind, hint);
            Add("hint", hint);
            int head = parse.Heads[row];
            Add("hint of", hint + (head < 0 ? " root" : " " + parse.Relations[row]));
        }
    }

    // Who is to do what, and how surely: the content's main verb with its subject, auxiliaries and negation.
    private void AddClause(int first, int end, string kind, string place)
    {
        int head = _clauses.HeadOf(first, end);
        string root = parse.Lemma(head).ToLowerInvariant();
        string subject = "-", auxiliary = "-", negation = "-";
        foreach (int child in parse.Children(head))
        {
            DependencyRelation relation = parse.Relations[child];
            string lemma = parse.Lemma(child).ToLowerInvariant();
            if (relation is DependencyRelation.Nsubj or DependencyRelation.NsubjPass)
            {
                subject = parse.Upos[child] == UposTag.Pron ? lemma : parse.Upos[child].ToString();
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
        Add("root " + kind, root);
        Add("tense " + kind + place, tense);
        Add("subject " + kind, subject);
        Add("auxiliary " + kind + place, auxiliary);
        Add("negation " + kind, negation);
        Add("modal " + kind, subject + " " + auxiliary + " " + negation);
        Add("act " + kind, auxiliary + " " + root);
        Add("agent " + kind, subject + " " + tense + " " + auxiliary);
        foreach (string hint in hints.Of(root))
        {
            Add("root hint " + kind, hint + " " + auxiliary + " " + negation);
            Add("agent hint " + kind, hint + " " + subject);
        }
    }

    private void Add(string name, string value)
    {
        ulong hash = 0xCBF29CE484222325UL;
        foreach (char c in name)
        {
            hash = (hash ^ c) * 0x100000001B3UL;
        }

        hash = (hash ^ '\t') * 0x100000001B3UL;
        foreach (char c in value)
        {
            hash = (hash ^ c) * 0x100000001B3UL;
        }

        int id = (int)((hash ^ (hash >> 31)) & (TableSize - 1));
        if (!_ids.Contains(id))
        {
            _ids.Add(id);
        }
    }
}
