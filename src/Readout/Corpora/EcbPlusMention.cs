namespace Readout.Corpora;

/// <summary>A mention of an event in ECB+.</summary>
/// <param name="Document">Document, such as <c>1_10ecb</c>: topic, number and part.</param>
/// <param name="Chain">Event that it is of, across documents.</param>
/// <param name="Trigger">Its words.</param>
/// <param name="Sentence">The sentence, tokens parted by blanks.</param>
/// <param name="Text">The annotated sentences of the document.</param>
public sealed record EcbPlusMention(string Document, string Chain, string Trigger, string Sentence, string Text);
