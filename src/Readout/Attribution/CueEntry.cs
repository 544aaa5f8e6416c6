namespace Readout.Attribution;

/// <summary>A row of the cue lexicon.</summary>
/// <param name="Lemma">Lemma, with a particle where it has one.</param>
/// <param name="PartOfSpeech"><c>verb</c>, <c>noun</c> or <c>adposition</c>.</param>
/// <param name="Addressee">How an addressee is attached: <c>obj</c>, <c>to</c>, <c>with</c> or <c>-</c>.</param>
/// <param name="Kind">Kind of statement that the word tells by itself; null where the content decides.</param>
/// <param name="Class"><c>speech</c>, <c>belief</c>, <c>wish</c>, <c>evidence</c> or <c>text</c>.</param>
internal sealed record CueEntry(string Lemma, string PartOfSpeech, string Addressee, StatementKind? Kind, string Class)
{
    /// <summary>Whether it introduces words that are uttered or written.</summary>
    public bool IsSpeechVerb => PartOfSpeech == "verb" && Class == "speech";
}
