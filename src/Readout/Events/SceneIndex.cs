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

    // Rows before an arrest or a protest in which the authorities are named.
    private const int AuthorityReach = 60;

    // A dateline is over by then.
    private const int DatelineReach = 16;

    // Words between a title and the name it belongs to.
    private const int NameReach = 10;

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

    /// <summary>Actor of the nearest state or organ of a state that is mentioned before a row, within <see cref="AuthorityReach"/> rows, else the first of the report; -1 where there is none but those excepted.</summary>
    public int AuthorityBefore(int row, List<int> except)
    {
        for (int at = row - 1; at >= Math.Max(0, row - AuthorityReach); at--)
        {
            if (_mentionOfHead[at] >= 0 && Scene.Actors.ActorOf(_mentionOfHead[at]) is >= 0 and var actor && !except.Contains(actor) && IsAuthority(actor))
            {
                return actor;
            }
        }

        for (int actor = 0; actor < Scene.Actors.Actors.Count; actor++)
        {
            if (!except.Contains(actor) && IsAuthority(actor))
            {
                return actor;
            }
        }

        return -1;
    }

    /// <summary>The armed group, else the army or police, that is mentioned nearest to a row in its sentence; -1 where there is none but those excepted.</summary>
    public int ArmedNear(int row, List<int> except)
    {
        int sentence = Tokens.SentenceOf(row);
        int best = -1;
        int distance = int.MaxValue;
        for (int at = Tokens.SentenceStarts[sentence]; at < Tokens.SentenceStarts[sentence + 1]; at++)
        {
            if (_mentionOfHead[at] >= 0 && Scene.Actors.ActorOf(_mentionOfHead[at]) is >= 0 and var actor && !except.Contains(actor)
                && Scene.Actors.Actors[actor].Sectors is [var sector, ..] && sector is "REB" or "UAF" or "CRM" or "MIL" or "COP")
            {
                int steps = Math.Abs(at - row) + (sector is "MIL" or "COP" ? Tokens.Count : 0);
                (best, distance) = steps < distance ? (actor, steps) : (best, distance);
            }
        }

        return best;
    }

    /// <summary>The actor that is the state with a code; -1 where the report has none.</summary>
    public int StateActor(string country)
    {
        for (int actor = 0; actor < Scene.Actors.Actors.Count; actor++)
        {
            if (Scene.Actors.Actors[actor].Type == ActorType.State && Scene.Actors.Actors[actor].State == country)
            {
                return actor;
            }
        }

        return -1;
    }

    /// <summary>The state with a code, else the first organ of it; -1 where the report has neither.</summary>
    public int PartyOf(string country)
    {
        int state = StateActor(country);
        for (int actor = 0; state < 0 && actor < Scene.Actors.Actors.Count; actor++)
        {
            state = Scene.Actors.Actors[actor].State == country && IsAuthority(actor) ? actor : state;
        }

        return state;
    }

    private bool IsAuthority(int actor)
    {
        Actor one = Scene.Actors.Actors[actor];
        return one.State is not null && (one.Type == ActorType.State || (one.Type != ActorType.Person && one.Sectors.Count > 0 && one.Sectors[0] is "GOV" or "COP" or "MIL" or "JUD"));
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

    private bool IsParty(int actor, ActorType? wanted) =>
        wanted is null ? Scene.Actors.Actors[actor].Type is ActorType.Person or ActorType.State : Scene.Actors.Actors[actor].Type == wanted;

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

    private bool IsPlural(int row, int actor) =>
        Scene.Actors.Actors[actor].Type is ActorType.Group or ActorType.Unnamed || _mentionOfHead[row] < 0 || Scene.Mentions[_mentionOfHead[row]].Kind != MentionKind.Name;

    /// <summary>
    /// Adds the actors of a noun phrase: its own, those of its conjuncts, and for "the two leaders" the two that were named last.
    /// </summary>
    public void Collect(int row, List<int> into)
    {
        if (row < 0)
        {
            return;
        }

        int actor = NamedAt(row);
        if (actor >= 0 && !IsPlural(row, actor))
        {
            AddOnce(into, actor);
        }
        else if (!ExpandGroup(row, into))
        {
            if (actor >= 0)
            {
                AddOnce(into, actor);
            }
            else
            {
                CollectInside(row, into);
            }
        }

        foreach (int child in Parse.Children(row))
        {
            if (Parse.Relations[child] == DependencyRelation.Conj && Parse.Upos[child] is not (UposTag.Verb or UposTag.Aux))
            {
                Collect(child, into);
            }
            else if (Parse.Relations[child] == DependencyRelation.Appos)
            {
                // "the president of Maravene, Ildiko Brandt-Okafor, and Matthias Drost": the tree may hang the second on the first's name.
                foreach (int other in Parse.Children(child))
                {
                    if (Parse.Relations[other] == DependencyRelation.Conj && Parse.Upos[other] is not (UposTag.Verb or UposTag.Aux))
                    {
                        Collect(other, into);
                    }
                }
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

    // "a delegation of Japan", "leaders from both countries", "Chinese and Russian officials": the actor stands inside the phrase.
    private void CollectInside(int row, List<int> into)
    {
        foreach (int child in Parse.Children(row))
        {
            if (Parse.Relations[child].Universal() is DependencyRelation.Nmod or DependencyRelation.Compound or DependencyRelation.Amod or DependencyRelation.Appos or DependencyRelation.Flat)
            {
                int actor = ActorAt(child);
                if (actor >= 0 && (!IsPlural(child, actor) || !ExpandGroup(child, into)))
                {
                    AddOnce(into, actor);
                }
            }
        }
    }

    // "the two leaders", "both sides", "they": the two who were named last.
    private bool ExpandGroup(int row, List<int> into)
    {
        bool two = Parse.Lemma(row) is "both" or "two" or "they" or "their" or "pair";
        foreach (int child in Parse.Children(row))
        {
            two |= Parse.Lemma(child) is "two" or "both" || (Parse.Lemma(child) is "their" or "they" && Parse.Xpos(row) == "NNS" && Parse.Lemma(row) is "leader" or "president" or "minister" or "government");
        }

        if (!two)
        {
            return false;
        }

        ActorType? wanted = Parse.Lemma(row) switch
        {
            "country" or "nation" or "state" or "government" or "capital" => ActorType.State,
            "leader" or "president" or "minister" or "man" or "premier" or "official" => ActorType.Person,
            _ => null,
        };
        List<int> found = LastTwo(row, wanted);
        if (found.Count < 2 && wanted is not null)
        {
            found = LastTwo(row, null);
        }

        if (found.Count < 2)
        {
            return false;
        }

        AddOnce(into, found[1]);
        AddOnce(into, found[0]);
        return true;
    }

    private List<int> LastTwo(int row, ActorType? wanted)
    {
        var found = new List<int>(2);
        for (int at = row - 1; at >= Math.Max(0, row - GroupReach) && found.Count == 0; at--)
        {
            // Two who were named together ("Maravene and Quendria") come before two who merely follow one another.
            int first = Parse.Relations[at] == DependencyRelation.Conj ? NamedAt(Parse.Heads[at]) : -1;
            int second = first >= 0 ? NamedAt(at) : -1;
            if (second >= 0 && first != second && IsParty(first, wanted) && IsParty(second, wanted) && Scene.Actors.Actors[first].Type == Scene.Actors.Actors[second].Type)
            {
                found.AddRange([second, first]);
            }
        }

        for (int at = row - 1; at >= Math.Max(0, row - GroupReach) && found.Count < 2; at--)
        {
            int mention = _mentionOfHead[at];
            int actor = mention < 0 ? -1 : Scene.Actors.ActorOf(mention);
            if (actor >= 0 && IsParty(actor, wanted) && (found.Count == 0 || Scene.Actors.Actors[actor].Type == Scene.Actors.Actors[found[0]].Type))
            {
                AddOnce(found, actor);
            }
        }

        return found;
    }
}
