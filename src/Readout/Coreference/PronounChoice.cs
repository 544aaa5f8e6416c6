namespace Readout.Coreference;

/// <summary>A pronoun with what it may stand for, as the ranker is taught by.</summary>
/// <param name="Pronoun">The pronoun's mention.</param>
/// <param name="Candidates">Mentions, the nearest first.</param>
/// <param name="Roots">First mention of each candidate's chain, [candidates].</param>
/// <param name="Ids">Features of each candidate, [candidates].</param>
/// <param name="None">Features of standing for none of them.</param>
internal sealed record PronounChoice(int Pronoun, int[] Candidates, int[] Roots, int[][] Ids, int[] None);
