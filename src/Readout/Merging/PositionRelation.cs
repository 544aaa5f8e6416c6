namespace Readout.Merging;

/// <summary>How two statements on one subject stand to each other, by their words alone.</summary>
public enum PositionRelation
{
    /// <summary>They share too little to be compared.</summary>
    None,

    /// <summary>They say much the same.</summary>
    Alike,

    /// <summary>They say much the same, but one negates it, or has the opposite word: claim and denial, or a change, for a person to judge.</summary>
    Contrary,
}
