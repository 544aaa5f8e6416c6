using Readout.Attribution.Extraction;

namespace Readout.Attribution.Assembly;

/// <summary>Makes drafts of tagged and linked spans: one for each cue that has content.</summary>
internal sealed class DraftBuilder(Scene scene, ContentTrimmer trimmer)
{
    public List<Draft> Build(IReadOnlyList<RoleSpan> spans, int[] cueOf)
    {
        var owner = new int[scene.Parse.Tokens.Count];
        for (int i = 0; i < spans.Count; i++)
        {
            owner.AsSpan(spans[i].First, spans[i].End - spans[i].First).Fill(i + 1);
        }

        var drafts = new Dictionary<int, Draft>();
        for (int i = 0; i < spans.Count; i++)
        {
            if (spans[i].Role == Role.Content && cueOf[i] >= 0)
            {
                Draft draft = DraftOf(cueOf[i], spans, drafts);
                trimmer.Align(Draft.RangeOf(spans[i]), row => owner[row] == 0, draft.Rows);
            }
        }

        for (int i = 0; i < spans.Count; i++)
        {
            if (spans[i].Role == Role.Source && cueOf[i] >= 0 && drafts.TryGetValue(cueOf[i], out Draft? draft))
            {
                draft.Source = Draft.RangeOf(spans[i]);
            }
        }

        List<Draft> built = [.. drafts.Values.Where(draft => draft.Rows.Count > 0)];
        built.ForEach(draft => draft.Rows.Sort());
        built.Sort((a, b) => a.Rows[0].First.CompareTo(b.Rows[0].First));
        return built;
    }

    private static Draft DraftOf(int cue, IReadOnlyList<RoleSpan> spans, Dictionary<int, Draft> drafts)
    {
        if (!drafts.TryGetValue(cue, out Draft? draft))
        {
            drafts.Add(cue, draft = new Draft { Origin = DraftOrigin.Tagged, Cue = Draft.RangeOf(spans[cue]) });
        }

        return draft;
    }
}
