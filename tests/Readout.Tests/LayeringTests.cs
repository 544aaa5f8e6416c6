using System.Reflection;
using System.Text.RegularExpressions;

namespace Readout.Tests;

/// <summary>Holds ARCHITECTURE.md and the code together: which folder may see which.</summary>
public sealed partial class LayeringTests
{
    // Depends downwards only; folders of one row may see each other.
    private static readonly string[][] Layers =
    [
        ["Text"],
        ["Learning"],
        ["Models"],
        ["Tokenization"],
        ["Boilerplate"],
        ["Tagging", "Parsing"],
        ["Entities"],
        ["Time"],
        ["Places"],
        ["Quotations"],
        ["Coreference"],
        ["Actors"],
        ["Attribution"],
        ["Events", "Commitments"],
        ["Records"],
        ["Export", "Merging"],
        ["Corpora"],
        ["Training", "Evaluation"],
    ];

    private static readonly Assembly Engine = typeof(Reader).Assembly;

    [Fact]
    public void The_engine_refers_to_the_base_class_library_only() =>
        Assert.All(Engine.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

    [Fact]
    public void Every_folder_of_the_engine_has_its_layer_and_its_section()
    {
        string architecture = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));
        foreach (string folder in Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src", "Readout")).Select(path => Path.GetFileName(path)!))
        {
            if (folder is not ("bin" or "obj"))
            {
                Assert.True(LayerOf("Readout." + folder) >= 0, $"src/Readout/{folder} has no layer in LayeringTests");
                Assert.Contains($"src/Readout/{folder}", architecture, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void No_folder_sees_a_later_one()
    {
        string[] wrong =
        [
            .. Engine.GetTypes()
                .Where(type => LayerOf(type.Namespace) >= 0)
                .SelectMany(type => Seen(type).Where(seen => LayerOf(seen.Namespace) > LayerOf(type.Namespace))
                    .Select(seen => $"{type.FullName} sees {seen.FullName}"))
                .Distinct(),
        ];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_link_and_path_in_the_documents_exists()
    {
        string[] documents =
        [
            .. Directory.EnumerateFiles(Repository.Root, "*.md"),
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories),
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "eval"), "*.md", SearchOption.AllDirectories),
        ];
        var missing = new List<string>();
        foreach (string document in documents)
        {
            foreach (Match link in Link().Matches(File.ReadAllText(document)))
            {
                string target = Path.Combine(Path.GetDirectoryName(document)!, link.Groups["path"].Value);
                if (!Path.Exists(target))
                {
                    missing.Add($"{Path.GetRelativePath(Repository.Root, document)}: {link.Groups["path"].Value}");
                }
            }
        }

        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    private static int LayerOf(string? name)
    {
        string folder = name is not null && name.StartsWith("Readout.", StringComparison.Ordinal) ? name.Split('.')[1] : "";
        return Array.FindIndex(Layers, layer => layer.Contains(folder));
    }

    private static IEnumerable<Type> Seen(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<MethodBase> methods = [.. type.GetMethods(all), .. type.GetConstructors(all)];
        return new[] { type.BaseType }
            .Concat(type.GetInterfaces())
            .Concat(type.GetFields(all).Select(field => field.FieldType))
            .Concat(type.GetMethods(all).Select(method => method.ReturnType))
            .Concat(methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(methods.SelectMany(method => method.GetMethodBody()?.LocalVariables ?? []).Select(local => local.LocalType))
            .OfType<Type>()
            .SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];

    [GeneratedRegex(@"\]\((?<path>[^)#:\s]+)(#[^)]*)?\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
