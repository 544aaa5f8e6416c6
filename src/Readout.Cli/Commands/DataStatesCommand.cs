using System.CommandLine;
using System.Globalization;
using Readout.Cli.Running;
using Readout.Places;

namespace Readout.Cli.Commands;

/// <summary><c>readout data states</c>: the codes of states as CSV, to join the record with other data by.</summary>
internal static class DataStatesCommand
{
    public static Command Create()
    {
        var command = new Command("states", "Write the codes of states as CSV: ISO 3166-1, Correlates of War, GeoNames, Wikidata.");
        command.SetAction(_ =>
        {
            Console.Out.WriteLine("iso3,iso2,cow,geonames,wikidata,name");
            foreach (StateCode state in StateCodes.Load(Reader.DefaultDataDirectory).All)
            {
                string name = state.Name.Contains(',', StringComparison.Ordinal) ? $"\"{state.Name}\"" : state.Name;
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{state.Alpha3},{state.Alpha2},{state.Cow},{state.Geonames},{state.Wikidata},{name}"));
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
