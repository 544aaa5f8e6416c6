using System.Diagnostics;
using System.Globalization;
using Readout.Actors;
using Readout.Attribution;
using Readout.Boilerplate;
using Readout.Commitments;
using Readout.Coreference;
using Readout.Entities;
using Readout.Events;
using Readout.Parsing;
using Readout.Places;
using Readout.Sources.Files;
using Readout.Text;
using Readout.Time;
using Readout.Tokenization;

namespace Readout.Bench;

/// <summary>What each stage of the reading costs, one thread, over the reports of a path: nanoseconds a word and share of all.</summary>
internal static class StagesBenchmark
{
    public static int Run(string path, string[] options)
    {
        int rounds = Options.Number(options, "--rounds", 3);
        int most = Options.Number(options, "--reports", 400);
        Report[] reports =
        [
            .. new ReportFiles().Enumerate([path]).Select(raw => ReportFiles.Decode(raw, ReportDefaults.None).Report).OfType<Report>().Take(most),
        ];
        var stages = new Stages();
        var clock = new StageClock();
        for (int round = -1; round < rounds; round++)
        {
            if (round == 0)
            {
                clock.Reset();
            }

            foreach (Report report in reports)
            {
                stages.Read(report, clock);
            }
        }

        clock.Print();
        return 0;
    }

    // The pipeline of Reader.Read, with a clock between the stages.
    private sealed class Stages
    {
        private static readonly string Data = Reader.DefaultDataDirectory;
        private readonly Tokenizer _tokenizer = Tokenizer.Load(Data);
        private readonly BoilerplateFinder _boilerplate = BoilerplateFinder.Load(Data);
        private readonly SyntaxParser _parser = SyntaxParser.Load(Data);
        private readonly NameRecognizer _names = NameRecognizer.Load(Data);
        private readonly MentionDetector _mentions = MentionDetector.Load(Data);
        private readonly TimeFinder _times = TimeFinder.Load(Data);
        private readonly PlaceFinder _places = PlaceFinder.Load(Data);
        private readonly CoreferenceResolver _coreference = CoreferenceResolver.Load(Data);
        private readonly ActorLinker _actors = ActorLinker.Load(Data);
        private readonly AttributionFinder _attribution;
        private readonly EventFinder _events = EventFinder.Load(Data);
        private readonly MeetingFinder _meetings = MeetingFinder.Load(Data);
        private readonly CommitmentFinder _commitments = CommitmentFinder.Load(Data);

        public Stages() => _attribution = AttributionFinder.Load(Data, _parser);

        public void Read(Report report, StageClock clock)
        {
            clock.Start();
            TokenTable tokens = _tokenizer.Tokenize(report.Text);
            clock.Lap("tokens", tokens.Count);
            IReadOnlyList<TextSpan> boilerplate = _boilerplate.Find(tokens);
            clock.Lap("boilerplate");
            ParsedText parse = _parser.ParseWithStates(tokens);
            clock.Lap("parse");
            IReadOnlyList<NameSpan> names = _names.Find(parse);
            clock.Lap("names");
            IReadOnlyList<Mention> mentions = _mentions.Detect(parse, names);
            clock.Lap("mentions");
            IReadOnlyList<TimeExpression> times = _times.Find(parse, report);
            clock.Lap("times");
            IReadOnlyList<PlaceMention> places = _places.Find(parse, names, report);
            clock.Lap("places");
            CorefChains chains = _coreference.Resolve(parse, mentions);
            clock.Lap("coreference");
            ActorTable actors = _actors.Link(report, parse, mentions, chains);
            clock.Lap("actors");
            var scene = new Scene { Report = report, Parse = parse, Boilerplate = boilerplate, Mentions = mentions, Actors = actors, Times = times, Places = places };
            IReadOnlyList<Statement> statements = _attribution.Find(scene);
            clock.Lap("attribution");
            IReadOnlyList<Meeting> meetings = _meetings.Find(scene, statements);
            clock.Lap("meetings");
            _events.Find(scene, statements, meetings);
            clock.Lap("events");
            _commitments.Find(scene, statements);
            clock.Lap("commitments");
        }
    }

    private sealed class StageClock
    {
        private readonly Dictionary<string, (long Ticks, long Bytes)> _stages = [];
        private readonly List<string> _order = [];
        private long _words;
        private long _last;
        private long _lastBytes;

        public void Reset()
        {
            _stages.Clear();
            _order.Clear();
            _words = 0;
        }

        public void Start()
        {
            _lastBytes = GC.GetAllocatedBytesForCurrentThread();
            _last = Stopwatch.GetTimestamp();
        }

        public void Lap(string stage, int words = 0)
        {
            long now = Stopwatch.GetTimestamp();
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            if (!_stages.TryGetValue(stage, out (long Ticks, long Bytes) sum))
            {
                _order.Add(stage);
            }

            _stages[stage] = (sum.Ticks + now - _last, sum.Bytes + bytes - _lastBytes);
            _words += words;
            _lastBytes = GC.GetAllocatedBytesForCurrentThread();
            _last = Stopwatch.GetTimestamp();
        }

        public void Print()
        {
            double all = _stages.Values.Sum(stage => stage.Ticks);
            double nanoseconds = 1e9 / Stopwatch.Frequency;
            Console.WriteLine($"{"stage",-14}{"ns/word",10}{"share",9}{"bytes/word",12}");
            foreach (string name in _order)
            {
                (long ticks, long bytes) = _stages[name];
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-14}{ticks * nanoseconds / _words,10:0}{ticks / all,9:0.0%}{(double)bytes / _words,12:0}"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"all",-14}{all * nanoseconds / _words,10:0}{"",9}{_words / (all / Stopwatch.Frequency),12:N0} words/s"));
        }
    }
}
