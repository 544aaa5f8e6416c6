using Readout.Actors;
using Readout.Attribution;

namespace Readout.Events;

/// <summary>What the candidates of one report are judged against: the report's statements, its states and how much it has of both. For one report.</summary>
internal sealed class EventSetting
{
    public EventSetting(SceneIndex index, StatementView view, IReadOnlyList<Statement> statements, List<EventDraft> drafts)
    {
        (Index, View, Statements, Drafts) = (index, view, statements, drafts);
        foreach (Actor actor in index.Scene.Actors.Actors)
        {
            StateMentions += actor.State is not null ? actor.Mentions.Length : 0;
            Mentions += actor.Mentions.Length;
        }

        Headline = index.Scene.Report.Headline ?? "";
    }

    public SceneIndex Index { get; }

    public StatementView View { get; }

    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>All candidates, one for each happening.</summary>
    public List<EventDraft> Drafts { get; }

    /// <summary>Mentions of states and of who belongs to one.</summary>
    public int StateMentions { get; }

    /// <summary>Mentions of all actors.</summary>
    public int Mentions { get; }

    /// <summary>Headline; empty where unknown.</summary>
    public string Headline { get; }
}
