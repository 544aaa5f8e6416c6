namespace Readout.Actors;

/// <summary>Whom a mention means, as far as the gazetteer and the name itself tell.</summary>
/// <param name="Kind">Kind of actor.</param>
/// <param name="Id">Name, code or text that is the same for all mentions of one actor.</param>
internal readonly record struct ActorKey(ActorType Kind, string Id)
{
    /// <summary>The person of the gazetteer; null for all others.</summary>
    public PersonEntry? Person { get; init; }

    /// <summary>The organisation of the gazetteer; null for all others.</summary>
    public OrganizationEntry? Organization { get; init; }

    /// <summary>Two keys are one actor where kind and id are equal.</summary>
    public bool Equals(ActorKey other) => Kind == other.Kind && Id == other.Id;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Id);
}
