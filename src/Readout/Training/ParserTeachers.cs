using Readout.Learning;
using Readout.Models;
using Readout.Parsing;

namespace Readout.Training;

/// <summary>Several parsers whose probabilities are averaged, label by label. Not thread-safe.</summary>
internal sealed class ParserTeachers
{
    private readonly ParserTeacher[] _teachers;
    private readonly TreeDecoder _trees = new();
    private readonly int _root;
    private readonly Matrix _arcs = new();
    private readonly Matrix _tags = new();
    private readonly Matrix _relations = new();

    /// <exception cref="InvalidDataException">A teacher has other labels.</exception>
    public ParserTeachers(IReadOnlyList<string> files, ParserLabels labels)
    {
        _teachers = [.. files.Select(file => new ParserTeacher(Load(file, labels)))];
        _root = Array.IndexOf(labels.Relations, "root");
        (_uposCount, _xposCount, _featureCount, _relationCount) = (labels.Upos.Length, labels.Xpos.Length, labels.Features.Length, labels.Relations.Length);
    }

    private readonly int _uposCount;
    private readonly int _xposCount;
    private readonly int _featureCount;
    private readonly int _relationCount;

    /// <summary>The tree of the mean arc probabilities, and the mean distributions of all labels.</summary>
    public (int[] Heads, ParserTargets Targets) Label(IReadOnlyList<string> forms)
    {
        int words = forms.Count;
        Clear(_arcs, words, words + 1);
        Clear(_tags, words, _uposCount + _xposCount + _featureCount);
        Clear(_relations, words, _relationCount);
        foreach (ParserTeacher teacher in _teachers)
        {
            teacher.Read(forms);
            teacher.AddArcs(_arcs);
            teacher.AddTags(_tags);
        }

        var targets = ParserTargets.Empty(words);
        for (int i = 0; i < words; i++)
        {
            Span<float> tags = _tags.Row(i);
            targets.Heads.Set(i, _arcs.Row(i));
            targets.Upos.Set(i, tags[.._uposCount]);
            targets.Xpos.Set(i, tags.Slice(_uposCount, _xposCount));
            targets.Features.Set(i, tags[(_uposCount + _xposCount)..]);
        }

        int[] heads = FindTree(words);
        foreach (ParserTeacher teacher in _teachers)
        {
            teacher.AddRelations(heads, _relations);
        }

        for (int i = 0; i < words; i++)
        {
            Span<float> relations = _relations.Row(i);
            if (heads[i] == 0)
            {
                relations.Clear();
            }

            relations[_root] = heads[i] == 0 ? 1f : 0f;
            targets.Relations.Set(i, relations);
        }

        return (heads, targets);
    }

    private static void Clear(Matrix matrix, int rows, int columns)
    {
        matrix.Resize(rows, columns);
        matrix.Clear();
    }

    private static ParserModel Load(string file, ParserLabels labels)
    {
        var model = new ParserModel(ModelFile.Read(file, ParserModel.Kind));
        bool same = model.UposNames.SequenceEqual(labels.Upos) && model.Xpos.SequenceEqual(labels.Xpos)
            && model.Features.SequenceEqual(labels.Features) && model.RelationNames.SequenceEqual(labels.Relations);
        return same ? model : throw new InvalidDataException($"{file}: its labels are not those of the treebanks. Train it again on them.");
    }

    private int[] FindTree(int words)
    {
        var heads = new int[words];
        foreach (ref float value in _arcs.AsSpan())
        {
            value = MathF.Log(value + 1e-9f);
        }

        _trees.Decode(_arcs.AsSpan(), words + 1, heads);
        return heads;
    }
}
