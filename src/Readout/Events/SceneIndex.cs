using Readout.Actors;
using Readout.Entities;
using Readout.Parsing;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Events;

/// <summary>Looks actors, times and places of one report up by row. Made once a report and finder; not thread-safe.</summary>
internal sealed class SceneIndex
{
    // A dateline is over by then.
    private const int DatelineReach = 16;

    // Words between a title and the name it belongs to.
    private const int NameReach = 10;

    private readonly int[] _mentionOfHead;
    private readonly int[] _mentionOfRow;
    private readonly int[] _timeOfRow;
    private readonly int[] _placeOfRow;
    private readonly bool[] _passedOver;
    private readonly string?[] _kinds;

    public SceneIndex(Scene scene)
    {
        Scene = scene;
        int count = scene.Parse.Tokens.Count;
        _mentionOfHead = Filled(count);
        _mentionOfRow = Filled(count);
        _timeOfRow = Filled(count);
        _placeOfRow = Filled(count);
        _passedOver = new bool[count];
        _kinds = new string?[scene.Actors.Actors.Count];
        IndexMentions();
        for (int i = 0; i < scene.Times.Count; i++)
        {
            Mark(scene.Times[i].Span, _timeOfRow, i);
        }

        for (int i = 0; i < scene.Places.Count; i++)
        {
            Mark(scene.Places[i].Span, _placeOfRow, i);
        }

        ForgetDatelines();
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

    /// <summary>Mention that a row heads; -1 where it heads none.</summary>
    public int MentionHeadedBy(int row) => _mentionOfHead[row];

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

    /// <summary>Actor of the mention that a row heads; -1 where it heads none.</summary>
    public int HeadActorAt(int row) => _mentionOfHead[row] < 0 ? -1 : Scene.Actors.ActorOf(_mentionOfHead[row]);

    /// <summary>Type of an actor, its first sector, and whether it belongs to a state, as one word for features.</summary>
    public string KindOf(int actor) => _kinds[actor] ??= KindOf(Scene.Actors.Actors[actor]);

    /// <inheritdoc cref="KindOf(int)"/>
    public static string KindOf(Actor actor)
    {
        string kind = actor.Type switch
        {
            ActorType.State => "state",
            ActorType.Person => "person",
            ActorType.Organization => "organization",
            ActorType.Group => "group",
            ActorType.Document => "document",
            _ => "unnamed",
        };
        return actor.Type == ActorType.State ? kind : kind + (actor.Sectors.Count > 0 ? " " + actor.Sectors[0] : "") + (actor.State is null ? "" : " of");
    }

    /// <summary>As <see cref="ActorAt"/>, but of "Cuban leader Fidel Castro" the one who is named, whichever word the tree puts first.</summary>
    public int NamedAt(int row)
    {
        int actor = ActorAt(row);
        if (actor >= 0 && IsNamed(actor) && (Scene.Actors.Actors[actor].Type != ActorType.Person || HasName(actor)))
        {
            return actor;
        }

        if (row < 0)
        {
            return -1;
        }

        int last = Math.Min(Parse.RightEdge(row), row + NameReach);
        for (int at = Math.Max(Parse.LeftEdge(row), row - NameReach); at <= last; at++)
        {
            if (at != row && _mentionOfHead[at] >= 0 && Scene.Mentions[_mentionOfHead[at]].Kind == MentionKind.Name && IsSameNoun(at, row)
                && ActorAt(at) is >= 0 and var named && Scene.Actors.Actors[named].Type == ActorType.Person)
            {
                return named;
            }
        }

        return actor;
    }

    /// <summary>
    /// The named actor next to a trigger on one side, for where the tree names none: nothing but names, titles and small words may stand
    /// between, and no verb. -1 where there is none.
    /// </summary>
    public int Neighbour(int row, int step)
    {
        int sentence = Tokens.SentenceOf(row);
        int first = Tokens.SentenceStarts[sentence];
        int end = Tokens.SentenceStarts[sentence + 1];
        for (int at = row + step, steps = 0; at >= first && at < end && steps < 14; at += step, steps++)
        {
            if (Parse.Upos[at] == UposTag.Verb || Tokens.Form(at) is ";" or ":" or "\"")
            {
                return -1;
            }

            if (ActorAt(at) is >= 0 and var actor && IsNamed(actor) && _mentionOfHead[at] >= 0)
            {
                return at;
            }
        }

        return -1;
    }

    // Titles, descriptions and names of one person hang together without a preposition.
    private bool IsSameNoun(int row, int noun)
    {
        for (int at = row, depth = 0; at >= 0 && depth < 5; at = Parse.Heads[at], depth++)
        {
            if (at == noun)
            {
                return true;
            }

            if (Parse.Relations[at].Universal() is not (DependencyRelation.Appos or DependencyRelation.Flat or DependencyRelation.Nmod or DependencyRelation.Compound or DependencyRelation.Amod)
                || Parse.Relations[at] == DependencyRelation.NmodPoss || Parse.ChildWith(at, DependencyRelation.Case) >= 0)
            {
                return false;
            }
        }

        return false;
    }

    private bool HasName(int actor)
    {
        foreach (int mention in Scene.Actors.Actors[actor].Mentions)
        {
            if (Scene.Mentions[mention].Kind == MentionKind.Name)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNamed(int actor) => Scene.Actors.Actors[actor].Type is ActorType.Person or ActorType.State or ActorType.Organization;

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

    // "CALDERMOUTH, December 11 (MPA) -- Maravene and ...": the agency and the city of a dateline do nothing.
    private void ForgetDatelines()
    {
        for (int paragraph = 0; paragraph < Tokens.ParagraphCount; paragraph++)
        {
            int first = Tokens.ParagraphStarts[paragraph];
            int end = Math.Min(Tokens.ParagraphStarts[paragraph + 1], first + DatelineReach);
            for (int row = first + 1; row < end; row++)
            {
                if (Tokens.Form(row) is "--" or "—" or "–" or "-" && Tokens.Form(row - 1) is ")")
                {
                    _mentionOfHead.AsSpan(first, row - first).Fill(-1);
                    _mentionOfRow.AsSpan(first, row - first).Fill(-1);
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
}
