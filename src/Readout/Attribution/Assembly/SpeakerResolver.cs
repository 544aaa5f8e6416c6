using Readout.Actors;
using Readout.Entities;
using Readout.Parsing;
using Readout.Text;

namespace Readout.Attribution.Assembly;

/// <summary>Gives phrases their actors: a source phrase its speakers, one for each member of a joint source.</summary>
internal sealed class SpeakerResolver
{
    // Sentences looked back for the person that a description means.
    private const int SubjectReach = 5;

    private readonly Scene _scene;
    private readonly ParsedText _parse;
    private readonly MentionIndex _index;
    private readonly Clauses _clauses;
    private readonly PluralMembers _members;
    private readonly AppositionNames _apposed;
    private readonly RelativeAntecedents _relative;

    public SpeakerResolver(Scene scene, PluralLexicon plurals)
    {
        _scene = scene;
        _parse = scene.Parse;
        _index = new MentionIndex(scene.Mentions);
        _clauses = new Clauses(_parse);
        _members = new PluralMembers(scene, plurals);
        _apposed = new AppositionNames(_parse, scene.Mentions, _index);
        _relative = new RelativeAntecedents(scene, _index);
    }

    /// <summary>The actors that a phrase of rows names, in text order; never empty for a non-empty range.</summary>
    public IReadOnlyList<ActorReference> Resolve(int first, int end)
    {
        if (end <= first)
        {
            return [];
        }

        var references = new List<ActorReference>();
        int head = _clauses.HeadOf(first, end);
        AddConjuncts(head, (first, end), references);
        if (references.Count > 1)
        {
            return references;
        }

        TextSpan span = PhraseSpan(first, end);
        int mention = end - first == 1 && _relative.Of(first) is >= 0 and int antecedent ? antecedent : MentionOf(head, first, end);
        if ((mention < 0 || _scene.Actors.MembersOf(mention).Count == 0) && _members.Of(first, end, head, mention) is { Count: > 1 } members)
        {
            return [.. members.Select(actor => new ActorReference(span, actor))];
        }

        if (mention >= 0 && _scene.Actors.MembersOf(mention) is { Count: > 1 } joint)
        {
            return [.. joint.Select(actor => new ActorReference(span, actor))];
        }

        int actor = mention >= 0 ? _scene.Actors.ActorOf(mention) : IsAged(first, end) ? LastSubject(first) : Named(first, end);
        if (_apposed.Titled(first, end) is var (name, stop) && (actor < 0 || _scene.Actors.Actors[actor].Type != ActorType.Person))
        {
            return [ByName(span, (name, stop))];
        }

        return [actor >= 0 && HasName(actor) ? new ActorReference(span, actor) : _apposed.In(first, end) is var (from, to) ? ByName(span, (from, to)) : new ActorReference(span, actor)];
    }

    // The whole phrase where the name is an actor's; else the name alone, which is all that is known of the speaker.
    private ActorReference ByName(TextSpan phrase, (int First, int End) name)
    {
        int mention = _index.At(name.First), actor = mention >= 0 ? _scene.Actors.ActorOf(mention) : -1;
        actor = actor >= 0 ? actor : Named(name.First, name.End);
        return new ActorReference(actor >= 0 ? phrase : _parse.Tokens.Span(name.First, name.End), actor);
    }

    private bool HasName(int actor) => Array.Exists(_scene.Actors.Actors[actor].Mentions, one => _scene.Mentions[one].Kind == MentionKind.Name);

    /// <summary>As <see cref="Resolve"/>, where a comma parts two names ("China, U.S. agree"), which a headline's parse does not show.</summary>
    public IReadOnlyList<ActorReference> ResolveList(int first, int end)
    {
        var references = new List<ActorReference>();
        for (int row = first, start = first; row <= end; row++)
        {
            if (row == end || _parse.Tokens.Form(row) is "," or "and")
            {
                references.AddRange(Resolve(start, row));
                start = row + 1;
            }
        }

        return references.Count > 1 && references.TrueForAll(one => one.Actor >= 0) ? references : Resolve(first, end);
    }

    // A name that was not recognised here, of an actor that was elsewhere: the whole name, or the one person whose name begins or ends with it ("Dr. Hall", "Han:").
    private int Named(int first, int end)
    {
        ReadOnlySpan<char> text = PhraseSpan(first, end).In(_parse.Tokens.Text);
        ReadOnlySpan<char> last = _parse.Tokens.Form(end - 1);
        if (!char.IsUpper(text[0]) || !char.IsUpper(last[0]) || end - first > 3)
        {
            return -1;
        }

        int found = -1;
        for (int actor = 0; actor < _scene.Actors.Actors.Count; actor++)
        {
            string name = _scene.Actors.Actors[actor].Name;
            if (text.SequenceEqual(name))
            {
                return actor;
            }

            bool isPart = _scene.Actors.Actors[actor].Type == ActorType.Person && name.Length > last.Length
                && ((name.AsSpan().EndsWith(last, StringComparison.Ordinal) && name[^(last.Length + 1)] == ' ') || (name.AsSpan().StartsWith(last, StringComparison.Ordinal) && name[last.Length] == ' '));
            found = isPart ? found == -1 ? actor : -2 : found;
        }

        return Math.Max(found, -1);
    }

    // "The 35-year-old", "the 35-year-old handler": somebody told before, whatever the noun.
    private bool IsAged(int first, int end)
    {
        bool isYear = false;
        for (int row = first + 1; row < end; row++)
        {
            ReadOnlySpan<char> form = _parse.Tokens.Form(row);
            isYear |= form is "year";
            if (form.EndsWith("year-old", StringComparison.Ordinal) || (isYear && form is "old"))
            {
                return _parse.Lemma(first).Equals("the", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    // The person that was the subject of a main clause last, a few sentences back at most.
    private int LastSubject(int first)
    {
        int earliest = _parse.Tokens.SentenceStarts[Math.Max(0, _parse.Tokens.SentenceOf(first) - SubjectReach)];
        for (int i = _index.FirstFrom(first) - 1; i >= 0 && _scene.Mentions[i].First >= earliest; i--)
        {
            int head = _scene.Mentions[i].Head, verb = _parse.Heads[head], actor = _scene.Actors.ActorOf(i);
            bool isSubject = _parse.Relations[head] is DependencyRelation.Nsubj or DependencyRelation.NsubjPass && verb >= 0 && _parse.Relations[verb] is DependencyRelation.Root or DependencyRelation.Parataxis;
            if (isSubject && actor >= 0 && _scene.Actors.Actors[actor].Type == ActorType.Person)
            {
                return actor;
            }
        }

        return -1;
    }

    /// <summary>The text of a source phrase without the comma that closes an apposition.</summary>
    public TextSpan PhraseSpan(int first, int end)
    {
        while (end - 1 > first && _parse.Tokens.Form(end - 1) is "," or "–" or "—" or "'s" or "’s" or "'" or "’")
        {
            end--;
        }

        return _parse.Tokens.Span(first, end);
    }

    // "X and Y": each conjunct that a mention heads, with its own words.
    private void AddConjuncts(int head, (int First, int End) range, List<ActorReference> references)
    {
        var heads = new List<int> { head };
        foreach (int child in _parse.Children(head))
        {
            if (_parse.Relations[child] == DependencyRelation.Conj && child < range.End && child > head)
            {
                heads.Add(child);
            }
        }

        for (int i = 0; i < heads.Count && heads.Count > 1; i++)
        {
            int from = i == 0 ? range.First : Math.Max(_parse.LeftEdge(heads[i]), heads[i - 1] + 1);
            int to = i + 1 < heads.Count ? Math.Max(heads[i] + 1, _parse.LeftEdge(heads[i + 1])) : range.End;
            while (from < heads[i] && _parse.Relations[from] is DependencyRelation.Cc or DependencyRelation.Punct)
            {
                from++;
            }

            while (to - 1 > heads[i] && _parse.Relations[to - 1] is DependencyRelation.Cc or DependencyRelation.Punct)
            {
                to--;
            }

            int mention = _index.WithHead(heads[i], from, to);
            if (mention >= 0)
            {
                references.Add(new ActorReference(PhraseSpan(from, to), _scene.Actors.ActorOf(mention)));
            }
        }
    }

    // The mention that the phrase's head heads; else the first one outside what hangs on the head, such as the state that a clause behind it names.
    private int MentionOf(int head, int first, int end)
    {
        int headed = _index.WithHead(head, first, end);
        if (headed >= 0 && _scene.Actors.ActorOf(headed) >= 0)
        {
            return headed;
        }

        int covering = headed >= 0 ? headed : _index.At(head);
        if (covering >= 0 && _scene.Actors.ActorOf(covering) >= 0 && _scene.Mentions[covering].First >= first && _scene.Mentions[covering].End <= end)
        {
            return covering;
        }

        int fallback = headed;
        for (int i = _index.FirstFrom(first); i < _scene.Mentions.Count && _scene.Mentions[i].First < end; i++)
        {
            Mention mention = _scene.Mentions[i];
            if (mention.End <= end && _scene.Actors.ActorOf(i) >= 0 && !IsModifier(mention.Head, (first, end)))
            {
                return i;
            }
        }

        return fallback;
    }

    // Names that the parser took apart stay parts of the head; a preposition or a clause leads away from it.
    private bool IsModifier(int row, (int First, int End) phrase)
    {
        for (int up = row; up >= phrase.First && up < phrase.End; up = _parse.Heads[up])
        {
            if (_parse.Relations[up] is DependencyRelation.Acl or DependencyRelation.AclRelcl or DependencyRelation.Advcl or DependencyRelation.Obj or DependencyRelation.Obl or DependencyRelation.NmodPoss
                || (up == row && _parse.Relations[up] is DependencyRelation.Nmod or DependencyRelation.Compound or DependencyRelation.Amod))
            {
                return true;
            }
        }

        return false;
    }
}
