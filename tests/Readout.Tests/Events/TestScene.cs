using Readout.Actors;
using Readout.Entities;
using Readout.Parsing;
using Readout.Text;
using Readout.Time;
using Readout.Tokenization;

namespace Readout.Tests.Events;

/// <summary>Scenes of short texts, with chosen words as actors so that no gazetteer is needed.</summary>
internal static class TestScene
{
    public static readonly string Data = Path.Combine(Repository.Root, "data");

    private static readonly Lazy<(Tokenizer Tokenizer, SyntaxParser Parser, TimeFinder Times)> Stages =
        new(() => (Tokenizer.Load(Data), SyntaxParser.Load(Data), TimeFinder.Load(Data)));

    public static ParsedText Parse(string text) => Stages.Value.Parser.ParseWithStates(Stages.Value.Tokenizer.Tokenize(text));

    public static int Row(ParsedText parse, string form)
    {
        for (int row = 0; row < parse.Tokens.Count; row++)
        {
            if (parse.Tokens.Form(row).SequenceEqual(form))
            {
                return row;
            }
        }

        throw new ArgumentException($"no word '{form}'", nameof(form));
    }

    /// <summary>A scene in which every occurrence of each given word is a mention of one actor of that name.</summary>
    public static Scene Create(string text, string published, params (string Word, ActorType Type, string? State)[] actors)
    {
        var report = new Report { Id = "sha256:test", Text = text, Published = published };
        ParsedText parse = Parse(text);
        var mentions = new List<(Mention Mention, int Actor)>();
        for (int row = 0; row < parse.Tokens.Count; row++)
        {
            int actor = Array.FindIndex(actors, one => parse.Tokens.Form(row).SequenceEqual(one.Word));
            if (actor >= 0)
            {
                mentions.Add((new Mention(row, row + 1, row, MentionKind.Name, EntityType.Person), actor));
            }
        }

        Actor[] table =
        [
            .. actors.Select((one, number) => new Actor
            {
                Name = one.Word,
                Type = one.Type,
                State = one.State,
                Mentions = [.. Enumerable.Range(0, mentions.Count).Where(i => mentions[i].Actor == number)],
            }),
        ];
        return new Scene
        {
            Report = report,
            Parse = parse,
            Boilerplate = [],
            Mentions = [.. mentions.Select(one => one.Mention)],
            Actors = new ActorTable(table, mentions.Count),
            Times = Stages.Value.Times.Find(parse, report),
            Places = [],
        };
    }
}
