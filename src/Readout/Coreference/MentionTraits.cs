using Readout.Entities;

namespace Readout.Coreference;

/// <summary>What agreement asks of a mention.</summary>
/// <param name="Kind">Name, nominal or pronoun.</param>
/// <param name="IsPerson">A single person, or a pronoun of one.</param>
/// <param name="IsPlural">Several, or a body that may be "they".</param>
/// <param name="IsThing">May be "it".</param>
/// <param name="Gender">As the words tell.</param>
/// <param name="Head">Head word: last name, noun lemma or pronoun, lower case.</param>
/// <param name="Sentence">Index of the sentence.</param>
internal readonly record struct MentionTraits(MentionKind Kind, bool IsPerson, bool IsPlural, bool IsThing, Gender Gender, string Head, int Sentence);
