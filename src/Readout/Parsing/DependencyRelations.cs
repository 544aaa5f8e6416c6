namespace Readout.Parsing;

/// <summary>Names and groups of <see cref="DependencyRelation"/>.</summary>
public static class DependencyRelations
{
    // In the order of the enumeration; the test DependencyRelationsTests holds the two together.
    private static readonly string[] Names =
    [
        "dep", "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
        "cc:preconj", "ccomp", "clf", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "det",
        "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc",
        "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked",
        "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp",
    ];

    private static readonly DependencyRelation[] UniversalParts = BuildUniversalParts();

    private static readonly Dictionary<string, DependencyRelation> ByName = BuildByName();

    /// <summary>Number of relations.</summary>
    public static int Count => Names.Length;

    /// <summary>The CoNLL-U name with its subtype, such as <c>nsubj:pass</c>.</summary>
    public static string Name(this DependencyRelation relation) => Names[(int)relation];

    /// <summary>The universal relation without subtype: <see cref="DependencyRelation.Nsubj"/> for <see cref="DependencyRelation.NsubjPass"/>.</summary>
    public static DependencyRelation Universal(this DependencyRelation relation) => UniversalParts[(int)relation];

    /// <summary>
    /// The relation of a CoNLL-U name; an unknown subtype gives its universal relation, an unknown name <see cref="DependencyRelation.Dep"/>.
    /// </summary>
    public static DependencyRelation Parse(string name)
    {
        if (ByName.TryGetValue(name, out DependencyRelation relation))
        {
            return relation;
        }

        int colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? ByName.GetValueOrDefault(name[..colon]) : DependencyRelation.Dep;
    }

    private static Dictionary<string, DependencyRelation> BuildByName()
    {
        var byName = new Dictionary<string, DependencyRelation>(Names.Length, StringComparer.Ordinal);
        for (int i = 0; i < Names.Length; i++)
        {
            byName.Add(Names[i], (DependencyRelation)i);
        }

        return byName;
    }

    private static DependencyRelation[] BuildUniversalParts()
    {
        var parts = new DependencyRelation[Names.Length];
        for (int i = 0; i < Names.Length; i++)
        {
            int colon = Names[i].IndexOf(':', StringComparison.Ordinal);
            parts[i] = (DependencyRelation)(colon < 0 ? i : Array.IndexOf(Names, Names[i][..colon]));
        }

        return parts;
    }
}
