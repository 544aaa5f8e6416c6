namespace Readout.Actors;

/// <summary>Who held which office when.</summary>
/// <param name="Owner">ISO 3166-1 alpha-3 of the state, or short name of the organisation.</param>
/// <param name="Office">Office in small letters; empty where the source names none.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; <see cref="DateOnly.MaxValue"/> where none is known.</param>
internal readonly record struct Tenure(string Owner, string Office, DateOnly From, DateOnly To)
{
    /// <summary>Whether the office was held on the day.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= To;
}
