using Readout.Attribution.Assembly;
using Readout.Parsing;

namespace Readout.Attribution.Kinds;

/// <summary>Tells what a statement does (docs/guidelines/kinds.md). Immutable, thread-safe.</summary>
internal sealed class KindClassifier
{
    private readonly CueLexicon _cues;

    private KindClassifier(CueLexicon cues) => _cues = cues;

    public static KindClassifier Load(string dataDirectory, CueLexicon cues) => new(cues);

    public StatementKind Classify(ParsedText parse, Draft draft) =>
        _cues.FirstIn(parse, draft.Cue.First, draft.Cue.End).Entry?.Kind ?? StatementKind.Assertion;
}
