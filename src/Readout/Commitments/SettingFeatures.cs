using Readout.Actors;
using Readout.Attribution;
using Readout.Events;
using Readout.Parsing;

namespace Readout.Commitments;

/// <summary>Features of who acts and who says so, of the words of an act, and of where it stands in the report. For one report; not thread-safe.</summary>
internal sealed class SettingFeatures(SceneIndex index, StatementView view, CommitmentLexicon lexicon, FeatureWriter to)
{
    private const int LongestAct = 40;

    // Words before an act that are looked at one by one.
    private const int NearReach = 6;

    private const int MaximumDepth = 20;

    private static readonly string[] Forms = Enum.GetNames<CandidateForm>();
    private static readonly string[] TypeNames = Enum.GetNames<ActorType>();
    private static readonly string[] KindNames = Enum.GetNames<StatementKind>();

    private readonly ParsedText _parse = index.Parse;
    private readonly HashSet<string> _headline = Words(index.Scene.Report.Headline);

    /// <summary>Adds them.</summary>
    public void Add(CommitmentCandidate candidate, CommitmentContext context, int at, string form)
    {
        AddSubject(candidate, form);
        AddWords(candidate, form);
        AddFrame(candidate, form);
        AddContext(context, at, form);
    }

    private void AddSubject(CommitmentCandidate candidate, string form)
    {
        int subject = candidate.Subject;
        string type = to.TypeAt(subject);
        bool passive = _parse.Upos[candidate.Act.Head] == UposTag.Verb && Clause.IsPassive(_parse, candidate.Act.Head);
        to.Put(CommitmentFamily.SubjectType, type, passive ? "p" : "a");
        to.Put(CommitmentFamily.SubjectForm, type, form, passive ? "p" : "a");
        if (subject >= 0)
        {
            to.Put(CommitmentFamily.SubjectWord, _parse.Upos[subject] == UposTag.Propn ? "" : _parse.Lemma(subject), _parse.Xpos(subject));
            to.Put(CommitmentFamily.SubjectCluster, to.ClusterOf(subject).Coarse, form);
        }

        to.Put(CommitmentFamily.Parties, FeatureWriter.Count(candidate.Parties.Count, 4), TypeNames[(int)index.Scene.Actors.Actors[candidate.Parties[0]].Type]);
        var speakers = new List<int>();
        view.SpeakersAt(candidate.Act.Head, speakers);
        string side = speakers.Count == 0 ? "-" : speakers.Exists(candidate.Parties.Contains) ? "self" : speakers.Exists(one => candidate.Parties.Exists(two => IsSameSide(one, two))) ? "side" : "other";
        to.Put(CommitmentFamily.Speaker, side, form);
        to.Put(CommitmentFamily.Speaker, side, type);
        string kind = view.KindAt(candidate.Act.Head) is { } told ? KindNames[(int)told] : "-";
        to.Put(CommitmentFamily.Statement, kind, side);
        to.Put(CommitmentFamily.StatementForm, kind, form);
        to.Put(CommitmentFamily.Quoted, view.FormAt(candidate.Act.Head)?.ToString() ?? "-", form);
    }

    private void AddWords(CommitmentCandidate candidate, string form)
    {
        (int first, int end) = (candidate.Act.First, Math.Min(candidate.Act.End, candidate.Act.First + LongestAct));
        int names = 0;
        int nouns = 0;
        int numbers = 0;
        int shared = 0;
        for (int row = first; row < end; row++)
        {
            UposTag tag = _parse.Upos[row];
            if (tag is UposTag.Noun or UposTag.Verb or UposTag.Adj)
            {
                to.Put(CommitmentFamily.Word, _parse.Lemma(row));
                to.Put(CommitmentFamily.WordCluster, to.ClusterOf(row).Fine);
            }

            names += tag == UposTag.Propn ? 1 : 0;
            nouns += tag == UposTag.Noun ? 1 : 0;
            numbers += tag == UposTag.Num ? 1 : 0;
            shared += tag is UposTag.Noun or UposTag.Verb or UposTag.Propn && _headline.Contains(_parse.Lemma(row).ToLowerInvariant()) ? 1 : 0;
        }

        to.Put(CommitmentFamily.Names, FeatureWriter.Count(names, 4), FeatureWriter.Count(numbers, 3), form);
        to.Put(CommitmentFamily.Names, FeatureWriter.Count(nouns, 5), form);
        to.Put(CommitmentFamily.Amount, FeatureWriter.Count(numbers, 3), form);
        to.Put(CommitmentFamily.Length, FeatureWriter.Count((end - first) / 3, 9), form);
        to.Put(CommitmentFamily.Headline, _headline.Count == 0 ? "-" : FeatureWriter.Count(shared, 4));
        to.Put(CommitmentFamily.Headline, _headline.Count == 0 ? "-" : FeatureWriter.Count(shared, 4), form);
        (Period? period, string? due) = CommitmentTimes.Find(lexicon, index, first, candidate.Act.End);
        string time = (period is null ? "-" : "p") + (due is null ? "-" : "d");
        to.Put(CommitmentFamily.Time, time);
        to.Put(CommitmentFamily.TimeForm, time, form);
        if (first > 0)
        {
            to.Put(CommitmentFamily.Before, _parse.Lemma(first - 1), form);
        }

        if (candidate.Act.End < index.Tokens.Count)
        {
            to.Put(CommitmentFamily.After, _parse.Lemma(candidate.Act.End), form);
        }
    }

    // Where in the report it stands, and what agreement the sentence names.
    private void AddFrame(CommitmentCandidate candidate, string form)
    {
        int sentence = index.Tokens.SentenceOf(candidate.Act.Head);
        string place = sentence == 0 ? "lead" : sentence < 3 ? "top" : sentence < 8 ? "middle" : "late";
        to.Put(CommitmentFamily.Place, place);
        to.Put(CommitmentFamily.LeadForm, place, form);
        int first = index.Tokens.SentenceStarts[sentence];
        if (candidate.Act.First - 2 >= first)
        {
            to.Put(CommitmentFamily.TwoBefore, _parse.Lemma(candidate.Act.First - 2), _parse.Lemma(candidate.Act.First - 1));
        }

        for (int row = Math.Max(first, candidate.Act.First - NearReach); row < candidate.Act.First; row++)
        {
            to.Put(CommitmentFamily.Near, _parse.Lemma(row));
            to.Put(CommitmentFamily.Near, to.ClusterOf(row).Fine, form);
        }

        int root = candidate.Act.Head;
        for (int depth = 0; depth < MaximumDepth && _parse.Heads[root] >= 0; depth++)
        {
            root = _parse.Heads[root];
        }

        to.Put(CommitmentFamily.Root, _parse.Lemma(root), form);
        to.Put(CommitmentFamily.Root, root == candidate.Act.Head ? "self" : root == candidate.Governor ? "governor" : "far", form);

        // The tree may hang an act on another word than the one that binds to it: "struck a deal with her to give up".
        for (int row = candidate.Act.First - 1; row >= first; row--)
        {
            if (lexicon.IsCue(_parse, row))
            {
                string far = FeatureWriter.Count((candidate.Act.First - row) / 3, 5);
                to.Put(CommitmentFamily.NearCue, _parse.Lemma(row), far, form);
                to.Put(CommitmentFamily.NearCue, _parse.Lemma(row), form);
                to.Put(CommitmentFamily.NearClass, to.CueAt(row), far, form);
                break;
            }
        }

        for (int row = first; row < candidate.Act.First; row++)
        {
            if (_parse.Upos[row] is UposTag.Noun or UposTag.Verb && (lexicon.Is(CommitmentWord.Binder, _parse.Lemma(row)) || lexicon.ClassOf(_parse.Lemma(row)) == "agreement"))
            {
                to.Put(CommitmentFamily.Agreement, _parse.Lemma(row), form);
            }
        }
    }

    // What else the report tells that may be a commitment.
    private void AddContext(CommitmentContext context, int candidate, string form)
    {
        if (context.Above(candidate) is { } above)
        {
            to.Put(CommitmentFamily.Above2, Forms[(int)above.Form], above.Rule?.Origin ?? "-", form);
            to.Put(CommitmentFamily.Above2, above.Governor < 0 ? "" : _parse.Lemma(above.Governor), form);
            to.Put(CommitmentFamily.Above2, _parse.Lemma(above.Act.Head));
        }
        else
        {
            to.Put(CommitmentFamily.Above2, "", form);
        }

        (int before, int after) = context.RuledBeside(candidate);
        to.Put(CommitmentFamily.Beside, FeatureWriter.Count(before, 2), FeatureWriter.Count(after, 2));
        to.Put(CommitmentFamily.Beside, FeatureWriter.Count(before, 2), FeatureWriter.Count(after, 2), form);
        (int ruled, int earlier, int later) = context.Shared(candidate);
        int words = Math.Max(1, context.WordsOf(candidate));
        to.Put(CommitmentFamily.Told, FeatureWriter.Count(ruled, 5), form);
        to.Put(CommitmentFamily.Told, FeatureWriter.Count(earlier, 5), FeatureWriter.Count(later, 5));
        to.Put(CommitmentFamily.Told, FeatureWriter.Count(4 * ruled / words, 4), "of ruled");
        to.Put(CommitmentFamily.Told, FeatureWriter.Count(4 * earlier / words, 4), "of earlier");
        to.Put(CommitmentFamily.Told, FeatureWriter.Count(4 * later / words, 4), "of later");
        to.Put(CommitmentFamily.Told, FeatureWriter.Count(Math.Min(words, 9), 9), "words");
        to.Put(CommitmentFamily.Report, FeatureWriter.Count(context.Ruled / 2, 6));
        to.Put(CommitmentFamily.Report, FeatureWriter.Count(context.Ruled / 2, 6), form);
    }

    private bool IsSameSide(int one, int two)
    {
        Actor a = index.Scene.Actors.Actors[one];
        Actor b = index.Scene.Actors.Actors[two];
        return a.State is not null && a.State == b.State;
    }

    private static HashSet<string> Words(string? headline) =>
        [.. (headline ?? "").ToLowerInvariant().Split([' ', ',', '.', '\'', '-', ':', ';'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2)];
}
