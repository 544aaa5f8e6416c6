using Readout.Actors;
using Readout.Attribution;
using Readout.Boilerplate;
using Readout.Commitments;
using Readout.Coreference;
using Readout.Entities;
using Readout.Events;
using Readout.Parsing;
using Readout.Places;
using Readout.Text;
using Readout.Time;
using Readout.Tokenization;

namespace Readout;

/// <summary>
/// The reading engine: a report in, immutable facts out. Load once, then read from any number of threads.
/// Reading never throws on any text, is linear in its length, and gives the same document for the same report on every machine.
/// </summary>
public sealed class Reader
{
    private readonly Tokenizer _tokenizer;
    private readonly SyntaxParser _parser;
    private readonly NameRecognizer _names;
    private readonly BoilerplateFinder _boilerplate;
    private readonly MentionDetector _mentions;
    private readonly TimeFinder _times;
    private readonly PlaceFinder _places;
    private readonly CoreferenceResolver _coreference;
    private readonly ActorLinker _actors;
    private readonly AttributionFinder _attribution;
    private readonly EventFinder _events;
    private readonly MeetingFinder _meetings;
    private readonly CommitmentFinder _commitments;

    private Reader(string data)
    {
        _tokenizer = Tokenizer.Load(data);
        _parser = SyntaxParser.Load(data);
        _names = NameRecognizer.Load(data);
        _boilerplate = BoilerplateFinder.Load(data);
        _mentions = MentionDetector.Load(data);
        _times = TimeFinder.Load(data);
        _places = PlaceFinder.Load(data);
        _coreference = CoreferenceResolver.Load(data);
        _actors = ActorLinker.Load(data);
        _attribution = AttributionFinder.Load(data, _parser);
        _events = EventFinder.Load(data);
        _meetings = MeetingFinder.Load(data);
        _commitments = CommitmentFinder.Load(data);
    }

    /// <summary>Where a program finds its lexicons and models: the folder <c>data</c> beside its own files.</summary>
    public static string DefaultDataDirectory => Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>Loads every lexicon, gazetteer and model under <paramref name="dataDirectory"/>.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A file is broken; the message names it, the place, what was expected and found.</exception>
    public static Reader Load(string dataDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        return new Reader(dataDirectory);
    }

    /// <summary>Reads one report.</summary>
    public Document Read(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        TokenTable tokens = _tokenizer.Tokenize(report.Text);
        IReadOnlyList<TextSpan> boilerplate = _boilerplate.Find(tokens);
        ParsedText parse = _parser.ParseWithStates(tokens);
        IReadOnlyList<NameSpan> names = _names.Find(parse);
        IReadOnlyList<Mention> mentions = _mentions.Detect(parse, names);
        IReadOnlyList<TimeExpression> times = _times.Find(parse, report);
        IReadOnlyList<PlaceMention> places = _places.Find(parse, names, report);
        CorefChains chains = _coreference.Resolve(parse, mentions);
        ActorTable actors = _actors.Link(report, parse, mentions, chains);
        var scene = new Scene
        {
            Report = report,
            Parse = parse,
            Boilerplate = boilerplate,
            Mentions = mentions,
            Actors = actors,
            Times = times,
            Places = places,
        };
        IReadOnlyList<Statement> statements = _attribution.Find(scene);
        var index = new SceneIndex(scene);
        var view = new StatementView(index, statements);
        IReadOnlyList<Meeting> meetings = _meetings.Find(index, view);
        return new Document
        {
            Report = report,
            Parse = parse,
            Boilerplate = boilerplate,
            Mentions = mentions,
            Chains = chains,
            Actors = actors,
            Times = times,
            Places = places,
            Statements = statements,
            Events = _events.Find(index, statements, meetings),
            Meetings = meetings,
            Commitments = _commitments.Find(index, view, statements),
        };
    }
}
