namespace Readout.Events;

/// <summary>A place in a pattern that a dependent of the trigger fills.</summary>
/// <param name="Kind">How the dependent hangs on the trigger.</param>
/// <param name="Preposition">Lemma of the case marker; empty for all but <see cref="PatternRoleKind.Preposition"/>.</param>
internal readonly record struct PatternRole(PatternRoleKind Kind, string Preposition)
{
    /// <summary>Reads the notation of the pattern files.</summary>
    public static PatternRole Parse(string name) => name switch
    {
        "obj" => new(PatternRoleKind.Object, ""),
        "nsubj" => new(PatternRoleKind.Subject, ""),
        "iobj" => new(PatternRoleKind.IndirectObject, ""),
        "xcomp" => new(PatternRoleKind.OpenClause, ""),
        "ccomp" => new(PatternRoleKind.Clause, ""),
        "acl" => new(PatternRoleKind.NounClause, ""),
        "advcl" => new(PatternRoleKind.AdverbialClause, ""),
        "amod" => new(PatternRoleKind.Modifier, ""),
        "prt" => new(PatternRoleKind.Particle, ""),
        "sym" => new(PatternRoleKind.Symmetric, ""),
        _ => new(PatternRoleKind.Preposition, name),
    };
}
