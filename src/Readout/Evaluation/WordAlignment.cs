using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Evaluation;

/// <summary>Pairs of words of two parses that cover the same span, and the comparisons of the CoNLL 2018 metrics over them.</summary>
internal sealed class WordAlignment
{
    private readonly ParsedText _gold;
    private readonly ParsedText _system;
    private readonly int[] _goldOf;
    private readonly int[] _systemOf;

    public WordAlignment(ParsedText gold, ParsedText system)
    {
        _gold = gold;
        _system = system;
        _goldOf = new int[system.Tokens.Count];
        _systemOf = new int[gold.Tokens.Count];
        Array.Fill(_goldOf, -1);
        Array.Fill(_systemOf, -1);
        TokenTable g = gold.Tokens;
        TokenTable s = system.Tokens;
        for (int i = 0, j = 0; i < g.Count && j < s.Count;)
        {
            if (g.Starts[i] == s.Starts[j] && g.Ends[i] == s.Ends[j])
            {
                _systemOf[i] = j;
                _goldOf[j] = i;
            }

            int order = g.Starts[i].CompareTo(s.Starts[j]);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    /// <summary>Counts over all words.</summary>
    public Score All(Func<int, int, bool> same) => Count(same, _ => true, _ => true);

    /// <summary>Counts over the words whose relation makes them content words.</summary>
    public Score Content(Func<int, int, bool> same) =>
        Count(same, row => IsContent(_gold.Relations[row]), row => IsContent(_system.Relations[row]));

    public bool SameHead(int gold, int system)
    {
        int head = _system.Heads[system];
        return head < 0 ? _gold.Heads[gold] < 0 : _goldOf[head] >= 0 && _goldOf[head] == _gold.Heads[gold];
    }

    public bool SameRelation(int gold, int system) => _gold.Relations[gold].Universal() == _system.Relations[system].Universal();

    public bool SameMorphology(int gold, int system) =>
        _gold.Upos[gold] == _system.Upos[system] && UniversalFeatures.Equal(_gold.Features(gold), _system.Features(system));

    /// <summary>Whether the function words under both words are the same, with relation and morphology.</summary>
    public bool SameFunctionWords(int gold, int system)
    {
        int matched = 0;
        foreach (int child in _gold.Children(gold))
        {
            if (!IsFunction(_gold.Relations[child]))
            {
                continue;
            }

            int other = _systemOf[child];
            if (other < 0 || _system.Heads[other] != system || !SameRelation(child, other) || !SameMorphology(child, other))
            {
                return false;
            }

            matched++;
        }

        foreach (int child in _system.Children(system))
        {
            matched -= IsFunction(_system.Relations[child]) ? 1 : 0;
        }

        return matched == 0;
    }

    private Score Count(Func<int, int, bool> same, Func<int, bool> countGold, Func<int, bool> countSystem)
    {
        int gold = 0;
        int system = 0;
        int correct = 0;
        for (int row = 0; row < _systemOf.Length; row++)
        {
            gold += countGold(row) ? 1 : 0;
            correct += _systemOf[row] >= 0 && countGold(row) && same(row, _systemOf[row]) ? 1 : 0;
        }

        for (int row = 0; row < _goldOf.Length; row++)
        {
            system += countSystem(row) ? 1 : 0;
        }

        return new Score(correct, gold, system);
    }

    private static bool IsFunction(DependencyRelation relation) => relation.Universal() is DependencyRelation.Aux or DependencyRelation.Cop
        or DependencyRelation.Mark or DependencyRelation.Det or DependencyRelation.Clf or DependencyRelation.Case or DependencyRelation.Cc;

    private static bool IsContent(DependencyRelation relation) => !IsFunction(relation) && relation.Universal() != DependencyRelation.Punct;
}
