using Readout.Entities;
using Readout.Parsing;

namespace Readout.Actors;

/// <summary>What the passes over one report share: its mentions and what is known of each so far.</summary>
internal sealed class LinkingState
{
    private readonly string[]?[] _words;

    public LinkingState(ActorLinkerData data, ParsedText parse, IReadOnlyList<Mention> mentions, DateOnly? day)
    {
        Data = data;
        Parse = parse;
        Mentions = mentions;
        Day = day;
        Keys = new ActorKey?[mentions.Count];
        None = new bool[mentions.Count];
        Titles = new TitleEvidence?[mentions.Count];
        Open = new bool[mentions.Count];
        Members = new ActorKey[]?[mentions.Count];
        _words = new string[]?[mentions.Count];
    }

    /// <summary>The gazetteers.</summary>
    public ActorLinkerData Data { get; }

    /// <summary>The text.</summary>
    public ParsedText Parse { get; }

    /// <summary>All mentions.</summary>
    public IReadOnlyList<Mention> Mentions { get; }

    /// <summary>Day of the report; null where unknown.</summary>
    public DateOnly? Day { get; }

    /// <summary>Key of each mention; null where none is known yet.</summary>
    public ActorKey?[] Keys { get; }

    /// <summary>Whether a mention means no actor.</summary>
    public bool[] None { get; }

    /// <summary>Title or description of each mention; null where it has none.</summary>
    public TitleEvidence?[] Titles { get; }

    /// <summary>Whether a description is what somebody was or became, of whom nothing is known: no holder of the day is meant.</summary>
    public bool[] Open { get; }

    /// <summary>The persons whom a description of several names ("the Russian and Belarusian presidents"); null for all other mentions.</summary>
    public ActorKey[]?[] Members { get; }

    /// <summary>The folded words of a name, which several passes ask for.</summary>
    public string[] WordsOf(int mention) => _words[mention] ??= NameFolding.Words(Parse.Tokens.Span(Mentions[mention].First, Mentions[mention].End).In(Parse.Tokens.Text));

    /// <summary>The text of a mention.</summary>
    public string TextOf(int mention) => Parse.Tokens.Span(Mentions[mention].First, Mentions[mention].End).In(Parse.Tokens.Text).ToString();

    /// <summary>Whether a description means several.</summary>
    public bool IsPlural(int mention) => ActorUses.IsPlural(Parse, Mentions[mention]);

    /// <summary>Whether a mention is the name of a person.</summary>
    public bool IsPersonName(int mention) => Mentions[mention] is { Kind: MentionKind.Name, Type: EntityType.Person };
}
