using System.CommandLine;
using System.Text;
using Marsad.App.Audit;
using Marsad.App.Storage;
using Marsad.App.Terminal;

namespace Marsad.App.Screening;

/// <summary>The verb <c>replay</c>: repeats a screening of the past.</summary>
internal static class ReplayCommands
{
    public static Command Create(Surroundings here)
    {
        var verb = new Verb(here, "replay", "Repeat a screening with the lists, the model and the policy of its day", "marsad replay 019acf4e-0000-7000-8000-000000000000");
        var id = new Argument<string>("SCREENING-ID") { Description = "The screening, as the API or marsad audit list --kind screening names it" };
        var json = new Option<bool>("--json") { Description = "Print the answer" };
        verb.Add(id);
        verb.Add(json);
        verb.Does(async (parse, here, cancel) =>
        {
            if (!Guid.TryParse(parse.GetValue(id), out var wanted))
                throw new WrongInputException($"\"{parse.GetValue(id)}\" is no id of a screening");
            using var store = Store.Open(here);
            await using var audit = Auditor.OpenBriefly(store, here.Clock);
            var screenings = new StoredScreenings(here, store);
            var record = await screenings.Find(wanted, cancel) ?? throw new WrongInputException($"there is no screening {wanted}");
            if (record.Detail is null)
                throw new WrongInputException($"what {wanted} asked and answered was erased");
            await audit.Seal(audit.Event(AuditCommands.ActorOf(here), "replay").With(j => j.WriteString("screening", wanted)).Concerning($"screening:{wanted}"), cancel);
            var replayed = screenings.Replay(record);
            if (parse.GetValue(json))
                here.Output.Write(Encoding.UTF8.GetString(replayed.Answer));
            else
                here.Output.WriteLine(replayed.IsSame ? "the same answer, bit for bit" : $"NOT the same: {replayed.Difference}");
            return replayed.IsSame ? ExitCode.Nothing : ExitCode.Failed;
        });
        return verb;
    }
}
