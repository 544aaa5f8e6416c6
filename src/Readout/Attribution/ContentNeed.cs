namespace Readout.Attribution;

/// <summary>What unquoted content of a cue must have to be a statement (data/attribution/content-needs.tsv).</summary>
internal enum ContentNeed : byte
{
    /// <summary>Nothing: a noun phrase does ("denied the charge").</summary>
    None,

    /// <summary>A verb somewhere ("spoke about his intention to go").</summary>
    Verb,

    /// <summary>To be a clause ("found that ..."): a noun phrase tells an act ("found a way").</summary>
    Clause,
}
