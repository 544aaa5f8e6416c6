using System.Globalization;
using Microsoft.AspNetCore.Http;
using Readout.Store;
using Readout.Store.Corrections;
using Readout.Store.Facts;

namespace Readout.Server.Corrections;

/// <summary>What a sent form asks for: one correction that its button names, or one for each field that was changed.</summary>
internal static class CorrectionForm
{
    /// <summary>The drafts, at least one.</summary>
    /// <exception cref="CorrectionException">The form asks for nothing, or for what cannot be.</exception>
    public static IReadOnlyList<CorrectionDraft> Drafts(IFormCollection form, IRecordStore store, string author)
    {
        string id = Last(form["fact"].ToString());
        string? note = Value(form, "note");
        var draft = new CorrectionDraft { Fact = id, Field = CorrectionField.Kind, Author = author, Note = note, Report = Value(form, "report") };
        string button = form["do"].ToString();
        if (button is "accepted" or "rejected")
        {
            return [draft with { Field = CorrectionField.Verdict, Value = button }];
        }

        if (button == "added")
        {
            return Addition(form, draft);
        }

        if (RecordNames.Find<CorrectionField>(button) is { } field)
        {
            return [draft with { Field = field, Value = field == CorrectionField.Same ? Last(form["same"].ToString()) : Value(form, "value") }];
        }

        Fact fact = store.FindFact(id) ?? throw new CorrectionException($"there is no fact {id}; its report may have been read again");
        CorrectionDraft[] changed = [.. Changes(form, fact, store).Select(change => draft with { Field = change.Field, Value = change.Value })];
        return changed.Length > 0 ? changed : throw new CorrectionException("nothing was changed; change a field before you keep it");
    }

    private static IEnumerable<(CorrectionField Field, string Value)> Changes(IFormCollection form, Fact fact, IRecordStore store)
    {
        foreach (CorrectionField field in CorrectionValues.Fields(fact).Where(field => form.ContainsKey(RecordNames.Of(field))))
        {
            (string? sent, string? shown) = (Value(form, RecordNames.Of(field)), CorrectionValues.Of(fact, field));
            bool isNames = field is CorrectionField.Speaker or CorrectionField.Participants or CorrectionField.Parties;
            bool isSame = isNames ? CorrectionNames.Parse(sent).SequenceEqual(CorrectionNames.Parse(shown)) : sent == (shown is { Length: > 0 } ? shown : null);
            if (!isSame && (sent is not null || CorrectionValues.MayBeNone(field)))
            {
                yield return (field, isNames ? CorrectionNames.Join(CorrectionNames.Parse(sent)) : sent ?? CorrectionTerms.None);
            }
        }

        if (Value(form, "words") is { } words && WordsInReport.Same(words, CorrectionValues.Words(fact)) is false)
        {
            string text = store.FindReport(fact.Report.Key)!.Text;
            (int start, int end) = WordsInReport.Find(text, words, CorrectionValues.Start(fact))
                ?? throw new CorrectionException("these words do not stand in the report one after the other; copy them from it, without the ellipsis");
            yield return (CorrectionField.Span, string.Create(CultureInfo.InvariantCulture, $"{start}-{end}"));
        }
    }

    // The fact first, then each field that was filled in, of the fact that has no id yet.
    private static CorrectionDraft[] Addition(IFormCollection form, CorrectionDraft draft)
    {
        FactType type = RecordNames.Find<FactType>(form["type"].ToString()) ?? throw new CorrectionException("say what was missed: a statement, a meeting or a commitment");
        string words = Value(form, "words") ?? throw new CorrectionException("copy the words that were missed from the report");
        var drafts = new List<CorrectionDraft> { draft with { Field = CorrectionField.Added, Value = RecordNames.Of(type) + " " + words } };
        CorrectionField[] fields =
        [
            CorrectionField.Kind, CorrectionField.Status, CorrectionField.Speaker, CorrectionField.Participants, CorrectionField.Parties, CorrectionField.Time, CorrectionField.Place,
            CorrectionField.Period, CorrectionField.Due, CorrectionField.Amount,
        ];
        drafts.AddRange(fields.Select(field => (Field: field, Value: Value(form, RecordNames.Of(field)))).Where(set => set.Value is not null && !(set.Field is CorrectionField.Kind or CorrectionField.Status && set.Value == CorrectionValues.Choices(set.Field, type)[0]))
            .Select(set => draft with { Fact = "", Field = set.Field, Value = set.Value, Note = null }));
        return [.. drafts];
    }

    private static string? Value(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } value ? value : null;

    // A fact may be named by its address, copied from the browser.
    private static string Last(string idOrAddress)
    {
        string id = idOrAddress.Trim().TrimEnd('/');
        bool isPage = id.Contains("/statements/", StringComparison.Ordinal) || id.Contains("/meetings/", StringComparison.Ordinal) || id.Contains("/commitments/", StringComparison.Ordinal)
            || id.Contains("/utterances/", StringComparison.Ordinal) || id.Contains("/events/", StringComparison.Ordinal);
        return isPage ? id.Split('/').Last(part => part != "history") : id;
    }
}
