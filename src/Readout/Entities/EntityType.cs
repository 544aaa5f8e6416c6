namespace Readout.Entities;

/// <summary>What kind of thing a mention names; the types of OntoNotes 5 that the record needs.</summary>
public enum EntityType : byte
{
    /// <summary>Not known or none of the others.</summary>
    Unknown,

    /// <summary>A person.</summary>
    Person,

    /// <summary>Nationality, religious or political group ("Belarusian", "Democrats").</summary>
    Norp,

    /// <summary>Organisation: ministry, party, company, armed group, media, international body.</summary>
    Organization,

    /// <summary>Geopolitical entity: state, province, city.</summary>
    Gpe,

    /// <summary>Location that is no polity: sea, region, river.</summary>
    Location,

    /// <summary>Facility: building, airport, palace.</summary>
    Facility,

    /// <summary>Named document or work: treaty, communique, law.</summary>
    Work,

    /// <summary>Any other name: named events, products, languages.</summary>
    Miscellaneous,
}
