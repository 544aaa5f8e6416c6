namespace Readout.Evaluation;

/// <summary>Compares FEATS columns on the universal features alone, as conll18_ud_eval.py does (UNIVERSAL_FEATURES there).</summary>
internal static class UniversalFeatures
{
    private static readonly string[] Names =
    [
        "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite", "Degree",
        "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
    ];

    public static bool Equal(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.Ordinal))
        {
            return true;
        }

        foreach (string name in Names)
        {
            if (!Value(left, name).SequenceEqual(Value(right, name)))
            {
                return false;
            }
        }

        return true;
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> features, string name)
    {
        foreach (Range part in features.Split('|'))
        {
            ReadOnlySpan<char> feature = features[part];
            if (feature.Length > name.Length && feature[name.Length] == '=' && feature.StartsWith(name))
            {
                return feature[(name.Length + 1)..];
            }
        }

        return [];
    }
}
