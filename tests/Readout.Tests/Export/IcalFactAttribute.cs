namespace Readout.Tests.Export;

/// <summary>A test that opens a calendar with ical.js, a reader by others; skipped, saying so, where npm has not put it there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IcalFactAttribute : FactAttribute
{
    // Prints a line for each component: kind, status, first day of a meeting or day by which a task is due, last day or none, summary.
    private const string Script =
        """
        import('ical.js').then(({ default: ICAL }) => {
            const calendar = new ICAL.Component(ICAL.parse(require('fs').readFileSync(process.argv[1], 'utf8')));
            const text = (component, name) => String(component.getFirstPropertyValue(name) ?? '');
            for (const component of calendar.getAllSubcomponents()) {
                const isMeeting = component.name === 'vevent';
                const meeting = isMeeting ? new ICAL.Event(component) : null;
                console.log([component.name, text(component, 'uid'), text(component, 'status'), isMeeting ? String(meeting.startDate) : text(component, 'due'),
                    isMeeting ? String(meeting.endDate) : '', text(component, 'summary')].join('\t'));
            }
        });
        """;

    public IcalFactAttribute() => Skip = NodeScript.Missing("ical.js");

    /// <summary>The components of a calendar as that reader sees them: name, UID, status, start or due day, end, summary.</summary>
    public static string[][] Components(string calendar) => [.. NodeScript.Run(Script, [], calendar).Select(line => line.Split('\t'))];
}
