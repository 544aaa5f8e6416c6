namespace Readout.Store.Columns;

/// <summary>Something was in a country, or somebody of it took part other than by being spoken about.</summary>
/// <param name="Places">By code of place whether it lies there.</param>
/// <param name="Actors">By row whether the actor is of that state.</param>
internal sealed record CountryCondition(bool[] Places, bool[] Actors);
