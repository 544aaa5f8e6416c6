using Readout.Actors;
using Readout.Attribution.Assembly;
using Readout.Attribution.Extraction;
using Readout.Attribution.Kinds;
using Readout.Parsing;
using Readout.Quotations;
using Readout.Text;

namespace Readout.Attribution;

/// <summary>
/// Finds statements: who said what to whom. A trained tagger finds sources, cues and contents over the whole article, a linker joins them,
/// and quotation marks decide the edges of direct speech and see to it that none is lost. Immutable, thread-safe.
/// </summary>
public sealed class AttributionFinder
{
    private readonly QuotationFinder _quotations;
    private readonly CueLexicon _cues;
    private readonly PluralLexicon _plurals;
    private readonly RoleTagger _tagger;
    private readonly SpanLinker _linker;
    private readonly KindClassifier _kinds;
    private readonly ConfidenceTable _confidence;

    private AttributionFinder(string dataDirectory, SyntaxParser parser)
    {
        string models = Path.Combine(dataDirectory, "models", "en");
        _quotations = QuotationFinder.Load(dataDirectory);
        _cues = CueLexicon.Load(dataDirectory);
        _plurals = PluralLexicon.Load(dataDirectory);
        _tagger = RoleTagger.Load(Path.Combine(models, "attribution-roles.model"), parser.StateFingerprint);
        _linker = SpanLinker.Load(Path.Combine(models, "attribution-links.model"));
        _kinds = KindClassifier.Load(dataDirectory, _cues);
        _confidence = ConfidenceTable.Load(dataDirectory);
    }

    /// <summary>Loads lexicons and models from the data folder.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <param name="parser">The parser whose texts will be read.</param>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A file is broken, or the role tagger was trained on another parser; the message names it.</exception>
    public static AttributionFinder Load(string dataDirectory, SyntaxParser parser)
    {
        ArgumentNullException.ThrowIfNull(parser);
        return new AttributionFinder(dataDirectory, parser);
    }

    /// <summary>Statements in the order of their first content.</summary>
    /// <exception cref="ArgumentException">The parse is not from <see cref="SyntaxParser.ParseWithStates"/>.</exception>
    public IReadOnlyList<Statement> Find(Scene scene) => Find(scene, isRecord: true);

    /// <summary>Statements, or all attributions as PolNeAR annotates them, wishes and beliefs of things included.</summary>
    internal IReadOnlyList<Statement> Find(Scene scene, bool isRecord)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ParsedText parse = scene.Parse;
        if (parse.Tokens.Count == 0)
        {
            return [];
        }

        var quoted = new QuotedRows(parse.Tokens, _quotations.Find(parse.Tokens.Text));
        var trimmer = new ContentTrimmer(parse, quoted);
        List<RoleSpan> spans = OutsideBoilerplate(_tagger.Tag(parse, quoted), scene);
        var context = new LinkContext(parse.Tokens, quoted, spans);
        List<Draft> drafts = new DraftBuilder(scene, trimmer).Build(spans, _linker.Link(context));
        new DraftRefiner(parse, quoted, _cues).Refine(drafts);
        new InterruptionFinder(scene, quoted, _cues).Split(drafts);
        new QuotationAdopter(scene, quoted, _cues, drafts).Adopt();
        if (isRecord)
        {
            new NestedFinder(parse, quoted, _cues).Add(drafts);
            new HeadlineFinder(scene, quoted, _cues).Add(drafts);
            new InterviewFinder(parse.Tokens, scene.Boilerplate).Add(drafts);
            new RecordRefiner(scene, quoted, _cues).Refine(drafts);
            var scope = new RecordScope(scene, quoted, _cues);
            drafts.RemoveAll(draft => !scope.Holds(draft));
        }

        return Complete(scene, quoted, trimmer, (drafts, isRecord));
    }

    private static List<RoleSpan> OutsideBoilerplate(List<RoleSpan> spans, Scene scene)
    {
        if (scene.Boilerplate.Count > 0)
        {
            spans.RemoveAll(span => scene.Boilerplate.Any(line => line.Overlaps(scene.Parse.Tokens.Span(span.First, span.End))));
        }

        return spans;
    }

    private List<Statement> Complete(Scene scene, QuotedRows quoted, ContentTrimmer trimmer, (List<Draft> Drafts, bool IsRecord) found)
    {
        (List<Draft> drafts, bool isRecord) = found;
        foreach (Draft draft in drafts)
        {
            draft.Rows.ForEach(rows => draft.Content.Add(draft.Origin == DraftOrigin.Turn ? scene.Parse.Tokens.Span(rows.First, rows.End) : trimmer.Text(rows)));
        }

        int[] within = Nesting.Within(
            [.. drafts.Select(draft => draft.Content)],
            [.. drafts.Select(draft => draft.HasCue ? scene.Parse.Tokens.Span(draft.Cue.First, draft.Cue.End) : (TextSpan?)null)]);
        var speakers = new SpeakerResolver(scene, _plurals);
        var addressees = new AddresseeFinder(scene, quoted, _cues, speakers);
        var times = new UtteranceTimes(scene, quoted, drafts);
        StatementKind[] kinds = _kinds.Classify(scene.Parse, drafts.Select(draft => (draft.Cue, (IReadOnlyList<(int First, int End)>)draft.Rows)));
        var occasions = new Occasions(scene.Parse);
        var statements = new List<Statement>(drafts.Count);
        for (int i = 0; i < drafts.Count; i++)
        {
            Draft draft = drafts[i];
            StatementForm form = FormOf(draft, quoted);
            string evidence = ConfidenceTable.ClassOf(draft, form, _cues.FirstIn(scene.Parse, draft.Cue.First, draft.Cue.End).Entry);
            IReadOnlyList<ActorReference> spokenBy = draft.Origin == DraftOrigin.Headline
                ? speakers.ResolveList(draft.Source.First, draft.Source.End) : speakers.Resolve(draft.Source.First, draft.Source.End);
            statements.Add(new Statement
            {
                Form = form,
                Kind = kinds[i],
                Speakers = spokenBy,
                Cue = draft.HasCue ? scene.Parse.Tokens.Span(draft.Cue.First, draft.Cue.End) : null,
                Content = draft.Content,
                Addressees = addressees.Find(draft),
                Time = occasions.Carry(draft, spokenBy, times.Of(i)),
                Within = within[i],
                Confidence = _confidence.Of(evidence, isRecord),
                Evidence = evidence,
                Reason = Reasons.Of(draft, form, scene.Parse.Tokens),
            });
        }

        return statements;
    }

    private static StatementForm FormOf(Draft draft, QuotedRows quoted)
    {
        if (draft.Origin == DraftOrigin.Turn)
        {
            return StatementForm.Direct;
        }

        bool isAll = true, isSome = false;
        foreach ((int first, int end) in draft.Rows)
        {
            bool isWhole = quoted.Of(first) >= 0 && quoted.Of(first) == quoted.Of(end - 1) && quoted.Inner(quoted.Of(first)).First <= first;
            isAll &= isWhole;
            for (int row = first; row < end && !isSome; row++)
            {
                isSome = quoted.Of(row) >= 0;
            }
        }

        return isAll ? StatementForm.Direct : isSome ? StatementForm.Mixed : StatementForm.Indirect;
    }
}
