using Readout.Evaluation;
using Readout.Tests.Evaluation;

namespace Readout.Tests.Merging;

public sealed class EventAcrossTests
{
    [CorpusFact("events/ecbplus")]
    public void Events_of_several_reports_hold_their_floor()
    {
        ((double precision, double recall), _) = EventCoreference.Evaluate(Path.Combine(Repository.Corpora!, "events", "ecbplus"), "Dev", Reader.DefaultDataDirectory);
        Floors.Hold("events across ecbplus dev", new Dictionary<string, double> { ["b-cubed"] = 2 * precision * recall / (precision + recall) });
    }
}
