using Readout.Tokenization;

namespace Readout.Attribution.Assembly;

/// <summary>Says in plain words what a statement rests on.</summary>
internal static class Reasons
{
    public static string Of(Draft draft, StatementForm form, TokenTable tokens)
    {
        string cue = draft.HasCue ? tokens.Span(draft.Cue.First, draft.Cue.End).In(tokens.Text).ToString() : "";
        string source = draft.HasSource ? tokens.Span(draft.Source.First, draft.Source.End).In(tokens.Text).ToString() : "";
        string marks = form switch
        {
            StatementForm.Direct => "words in quotation marks",
            StatementForm.Mixed => "a clause with words in quotation marks",
            _ => "a clause",
        };
        return draft.Origin switch
        {
            DraftOrigin.Tagged when source.Length > 0 && draft.IsSourceShared => $"model: “{cue}” reports {marks}; “{source}” is the subject it shares",
            DraftOrigin.Tagged when source.Length > 0 => $"model: “{cue}” reports {marks} of “{source}”",
            DraftOrigin.Tagged => $"model: “{cue}” reports {marks}; no source is named",
            DraftOrigin.Beside when source.Length > 0 => $"quotation beside “{cue}”, whose subject is “{source}”",
            DraftOrigin.Beside => $"quotation beside “{cue}”, whose subject was not found",
            DraftOrigin.Clause => $"the parse gives “{cue}” a clause and the subject “{source}”",
            DraftOrigin.Headline => $"headline: “{source}”, the verb “{cue}” in the present tense, and what follows",
            DraftOrigin.Turn => $"turn of an interview after the label “{source}”",
            DraftOrigin.Colon => $"quotation after “{source}” and a colon",
            DraftOrigin.Context => $"quotation without a cue; the statement before it is by “{source}”",
            DraftOrigin.Alternation => $"quotation without a cue in an exchange; “{source}” spoke last but one",
            _ => "quotation without a cue; nobody near it speaks",
        };
    }
}
