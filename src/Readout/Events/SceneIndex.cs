using Readout.Actors;
using Readout.Entities;
using Readout.Parsing;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Events;

/// <summary>Looks actors, times and places of one report up by row. Made once a report and finder; not thread-safe.</summary>
internal sealed class SceneIndex
{
    // Two leaders that the text calls "the two" are named before; further back than this they are others.
    private const int GroupReach = 400;

    private readonly int[] _mentionOfHead;
    private readonly int[] _mentionOfRow;
    private readonly int[] _timeOfRow;
    private readonly int[] _placeOfRow;
    private readonly bool[] _passedOver;

    public SceneIndex(Scene scene)
    {
        Scene = scene;
        int count = scene.Parse.Tokens.Count;
        _mentionOfHead = Filled(count);
        _mentionOfRow = Filled(count);
        _timeOfRow = Filled(count);
        _placeOfRow = Filled(count);
        _passedOver = new bool[count];
        IndexMentions();
        for (int i = 0; i < scene.Times.Count; i++)
        {
            Mark(scene.Times[i].Span, _timeOfRow, i);
        }

        for (int i = 0; i < scene.Places.Count; i++)
        {
            Mark(scene.Places[i].Span, _placeOfRow, i);
        }

        foreach (TextSpan span in scene.Boilerplate)
        {
            for (int row = Tokens.RowAt(span.Start); row < count && Tokens.Starts[row] < span.End; row++)
            {
                _passedOver[row] = true;
            }
        }
    }

    public Scene Scene { get; }

    public ParsedText Parse => Scene.Parse;

    public TokenTable Tokens => Scene.Parse.Tokens;

    /// <summary>Whether the row is boilerplate, which yields no facts.</summary>
    public bool IsPassedOver(int row) => _passedOver[row];

    /// <summary>Time expression that covers a row; -1 where none does.</summary>
    public int TimeAt(int row) => _timeOfRow[row];

    /// <summary>Place that covers a row; -1 where none does.</summary>
    public int PlaceAt(int row) => _placeOfRow[row];

    /// <summary>Actor of the mention that a noun heads or, failing that, stands in; -1 where it is no actor.</summary>
    public int ActorAt(int row)
    {
        if (row < 0)
        {
            return -1;
        }

        int mention = _mentionOfHead[row] >= 0 ? _mentionOfHead[row] : _mentionOfRow[row];
        return mention < 0 ? -1 : Scene.Actors.ActorOf(mention);
    }

    /// <summary>
    /// Adds the actors of a noun phrase: its own, those of its conjuncts, and for "the two leaders" the two that were named last.
    /// </summary>
    public void Collect(int row, List<int> into)
    {
        if (row < 0)
        {
            return;
        }

        int actor = ActorAt(row);
        if (actor < 0)
        {
            CollectInside(row, into);
        }
        else if (Scene.Actors.Actors[actor].Type != ActorType.Group || !ExpandGroup(row, into))
        {
            AddOnce(into, actor);
        }

        foreach (int child in Parse.Children(row))
        {
            if (Parse.Relations[child] == DependencyRelation.Conj && Parse.Upos[child] is not (UposTag.Verb or UposTag.Aux))
            {
                Collect(child, into);
            }
        }
    }

    /// <summary>Span from the first to the last row of a set of rows.</summary>
    public TextSpan SpanOf(int first, int last) => Tokens.Span(Math.Min(first, last), Math.Max(first, last) + 1);

    /// <summary>Adds a value that is not yet in the list.</summary>
    public static void AddOnce(List<int> into, int value)
    {
        if (!into.Contains(value))
        {
            into.Add(value);
        }
    }

    private static int[] Filled(int count)
    {
        var rows = new int[count];
        Array.Fill(rows, -1);
        return rows;
    }

    private void IndexMentions()
    {
        IReadOnlyList<Mention> mentions = Scene.Mentions;
        for (int i = 0; i < mentions.Count; i++)
        {
            Mention mention = mentions[i];
            if (Scene.Actors.ActorOf(i) < 0)
            {
                continue;
            }

            int known = _mentionOfHead[mention.Head];
            if (known < 0 || Length(mentions[known]) < Length(mention))
            {
                _mentionOfHead[mention.Head] = i;
            }

            if (mention.Kind != MentionKind.Name && Length(mention) > 8)
            {
                continue;
            }

            for (int row = mention.First; row < mention.End; row++)
            {
                int inner = _mentionOfRow[row];
                if (inner < 0 || Length(mention) <= Length(mentions[inner]))
                {
                    _mentionOfRow[row] = i;
                }
            }
        }
    }

    private static int Length(Mention mention) => mention.End - mention.First;

    private void Mark(TextSpan span, int[] rows, int value)
    {
        for (int row = Tokens.RowAt(span.Start); row < rows.Length && Tokens.Starts[row] < span.End; row++)
        {
            rows[row] = value;
        }
    }

    // "a delegation of Japan", "leaders from both countries", "Chinese and Russian officials": the actor stands inside the phrase.
    private void CollectInside(int row, List<int> into)
    {
        foreach (int child in Parse.Children(row))
        {
            if (Parse.Relations[child].Universal() is DependencyRelation.Nmod or DependencyRelation.Compound or DependencyRelation.Amod or DependencyRelation.Appos or DependencyRelation.Flat)
            {
                int actor = ActorAt(child);
                if (actor >= 0 && (Scene.Actors.Actors[actor].Type != ActorType.Group || !ExpandGroup(child, into)))
                {
                    AddOnce(into, actor);
                }
            }
        }
    }

    private bool ExpandGroup(int row, List<int> into)
    {
        bool two = false;
        foreach (int child in Parse.Children(row))
        {
            two |= Parse.Lemma(child) is "two" or "both";
        }

        if (!two && Parse.Lemma(row) is not ("both" or "two"))
        {
            return false;
        }

        bool states = Parse.Lemma(row) is "country" or "nation" or "state" or "government";
        var found = new List<int>(2);
        for (int at = row - 1; at >= Math.Max(0, row - GroupReach) && found.Count < 2; at--)
        {
            int mention = _mentionOfHead[at];
            int actor = mention < 0 ? -1 : Scene.Actors.ActorOf(mention);
            if (actor >= 0 && Scene.Actors.Actors[actor].Type == (states ? ActorType.State : ActorType.Person))
            {
                AddOnce(found, actor);
            }
        }

        if (found.Count < 2)
        {
            return false;
        }

        AddOnce(into, found[1]);
        AddOnce(into, found[0]);
        return true;
    }
}
