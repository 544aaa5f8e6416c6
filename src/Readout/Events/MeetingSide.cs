namespace Readout.Events;

/// <summary>An actor that may take part in a meeting.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="Row">Row where it is named nearest to the word that tells of the meeting.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Score">In thousandths of a logit; positive where it takes part.</param>
internal readonly record struct MeetingSide(int Actor, int Row, MeetingSideOrigin Origin, int Score);
