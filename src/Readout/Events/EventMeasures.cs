using Readout.Learning;

namespace Readout.Events;

/// <summary>What speaks for and against a candidate as numbers, for the trees of <see cref="EventJudge"/>: how sure word and sides are, and which others tell of the like.</summary>
internal static class EventMeasures
{
    /// <summary>How many there are.</summary>
    public const int Count = 25;

    // Words between two triggers that stand close.
    private const int Near = 12;

    // Distance of the nearest like candidate where there is none.
    private const int Far = 99;

    /// <summary>Writes the measures of a candidate; chances and logits in thousandths.</summary>
    /// <param name="setting">The report and all of its candidates.</param>
    /// <param name="draft">The candidate.</param>
    /// <param name="into">[Count], overwritten.</param>
    public static void Write(EventSetting setting, EventDraft draft, Span<int> into)
    {
        ReadOnlySpan<int> own =
        [
            Scaled(draft.TypeScore),
            Scaled(draft.ActorScore),
            Scaled(draft.RecipientScore),
            Scaled(draft.ActorScore + draft.RecipientScore + Math.Log(draft.TypeScore + 1e-3)),
            draft.IsLikeliest ? 1 : 0,
            draft.Mentions,
            (int)draft.Source,
            Array.IndexOf(EventTypes.All, draft.Type),
            (int)draft.Status,
            draft.Row,
            draft.Actors.Count,
            draft.Recipients.Count,
            draft.IsImplied ? 1 : 0,
            draft.Time is null ? 0 : 1,
            draft.Place is null ? 0 : 1,
            setting.Drafts.Count,
        ];
        own.CopyTo(into);
        WriteOthers(setting, draft, into[own.Length..]);
    }

    private static void WriteOthers(EventSetting setting, EventDraft draft, Span<int> into)
    {
        into.Clear();
        into[8] = Far;
        foreach (EventDraft other in setting.Drafts)
        {
            if (ReferenceEquals(other, draft))
            {
                continue;
            }

            bool isStronger = EventEvidence.Strength(other) > EventEvidence.Strength(draft);
            int distance = Math.Abs(other.Row - draft.Row);
            into[0] += isStronger ? 1 : 0;
            into[1] += distance < Near ? 1 : 0;
            if (other.Type != draft.Type)
            {
                into[6] = distance == 0 ? Math.Max(into[6], Scaled(other.TypeScore)) : into[6];
                continue;
            }

            bool acting = Share(other.Actors, draft.Actors);
            bool receiving = Share(other.Recipients, draft.Recipients);
            into[2] += isStronger ? 1 : 0;
            into[3]++;
            into[4] += acting && receiving ? 1 : 0;
            into[5] += acting ? 1 : 0;
            into[6] = Math.Max(into[6], Scaled(EventEvidence.Strength(other)));
            if (acting || receiving || Share(other.Actors, draft.Recipients) || Share(other.Recipients, draft.Actors))
            {
                into[7] = Math.Max(into[7], Scaled(EventEvidence.Strength(other)));
                into[8] = Math.Min(into[8], distance);
            }
        }
    }

    private static bool Share(List<int> one, List<int> other)
    {
        foreach (int actor in one)
        {
            if (other.Contains(actor))
            {
                return true;
            }
        }

        return false;
    }

    private static int Scaled(double value) => (int)Math.Round(value * SparseClassifier.Unit);
}
