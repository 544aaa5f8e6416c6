using System.Text;

namespace Readout.Actors;

/// <summary>
/// Office-holders from a public dump, <c>data/actors/wikidata.tsv</c>: owner, office, name, from, to, other names joined by |, Wikidata item. The project's own
/// and the user's go before them.
/// </summary>
public static class ImportedActors
{
    /// <summary>Name of the file in the folder of actors.</summary>
    public const string FileName = "wikidata.tsv";

    /// <summary>Most tenures that are kept: each costs about 400 bytes of memory while reports are read.</summary>
    public const int MostTenures = 300_000;

    /// <summary>Replaces the file, a row a tenure, and tells how many there are; none leaves it as it was. The new file takes the old one's place only when it is whole.</summary>
    /// <param name="tenures">The tenures, read one at a time.</param>
    /// <param name="dataDirectory">The data folder.</param>
    /// <exception cref="InvalidDataException">There are more than <see cref="MostTenures"/>.</exception>
    public static int Replace(IEnumerable<ImportedTenure> tenures, string dataDirectory)
    {
        ArgumentNullException.ThrowIfNull(tenures);
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        string path = Path.Combine(dataDirectory, "actors", FileName);
        string temporary = path + ".new";
        int count = 0;
        try
        {
            using (var writer = new StreamWriter(temporary, append: false, new UTF8Encoding(false)))
            {
                writer.NewLine = "\n";
                writer.WriteLine("# Office-holders from Wikidata (https://www.wikidata.org), CC0 1.0: owner, office, name, from, to, other names joined by |, Wikidata item.");
                foreach (ImportedTenure tenure in tenures)
                {
                    if (++count > MostTenures)
                    {
                        throw new InvalidDataException($"expected at most {MostTenures:#,0} tenures, found more; import fewer (raise --since)");
                    }

                    writer.WriteLine(string.Join(
                        '\t', tenure.Owner, tenure.Office, Clean(tenure.Name), tenure.From, tenure.To, string.Join('|', tenure.OtherNames.Select(Clean)), tenure.Wikidata));
                }
            }

            if (count > 0)
            {
                PersonGazetteer.Check(temporary);
                File.Move(temporary, path, overwrite: true);
            }

            return count;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static string Clean(string name) => name.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ').Replace('|', '/').Trim();
}
