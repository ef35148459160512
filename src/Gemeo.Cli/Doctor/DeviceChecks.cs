using Gemeo.Client;
using Newtonsoft.Json.Linq;

namespace Gemeo.Cli.Doctor;

/// <summary>What the server's own words mean for a person.</summary>
public sealed class DeviceChecks(Words words)
{
    const int Shown = 5;

    public IEnumerable<Finding> Ready(JToken ready)
    {
        foreach (var part in ready.Members("parts"))
        {
            var says = Printable.Value(part.Value);
            // The lab's faults come one by one from the lab itself.
            if (part.Name == "lab") continue;
            yield return says == "ok"
                ? new($"ready.{part.Name}", Health.Well, words[$"Pronto: {part.Name}", $"Ready: {part.Name}"])
                : new($"ready.{part.Name}", part.Name is "disk" or "documents" ? Health.Look : Health.Ill, words[$"Não está bem: {part.Name}: {says}", $"Not well: {part.Name}: {says}"], Remedy(part.Name));
        }
        if (ready.At("parts") is null) yield return new("ready", Health.Ill, words["/health/ready não diz suas partes", "/health/ready does not name its parts"]);
    }

    string Remedy(string part) => part switch
    {
        "log" => words["Confira espaço em disco e permissão da pasta Gemeo:Data, ou o PostgreSQL de Gemeo:Database.", "Check disk space and permissions of the folder Gemeo:Data, or the PostgreSQL of Gemeo:Database."],
        "disk" => words["Libere espaço, ou guarde menos: Gemeo:Log:RetentionDays, documentos.", "Free some space, or keep less: Gemeo:Log:RetentionDays, documents."],
        "documents" => words["Confira espaço e permissão de Gemeo:Data; o resto do servidor segue.", "Check space and permissions of Gemeo:Data; the rest of the server goes on."],
        "broker" => words["Confira Gemeo:Mqtt:Broker, usuário e senha, e se o broker está no ar.", "Check Gemeo:Mqtt:Broker, user and password, and whether the broker is up."],
        _ => words["Veja o que o servidor escreve no seu terminal.", "See what the server writes in its terminal."],
    };

    public IEnumerable<Finding> Lab(JToken lab)
    {
        var faults = lab.Items("faults").ToArray();
        var name = lab.Members("name").OrderByDescending(n => n.Name.StartsWith(words.Tag, StringComparison.OrdinalIgnoreCase)).Select(n => Printable.Value(n.Value)).FirstOrDefault() ?? lab.Text("name");
        if (faults.Length == 0) return [new("lab", Health.Well, words[$"Laboratório: {name}", $"Lab: {name}"])];
        return faults.Select(f => new Finding("lab", Health.Ill, Fault(f),
            words["O servidor segue com o último laboratório bom; corrija o arquivo e salve (gemeo lab check confere).", "The server goes on with the last good lab; mend the file and save (gemeo lab check checks)."]));
    }

    static string Fault(JToken f)
    {
        var at = f.Number("line") is { } line ? $":{line}:{f.Count("column")}" : "";
        return $"{f.Text("file")}{at} {(f.Text("pointer") is { Length: > 0 } pointer ? pointer : "/")}: {f.Text("expected")}";
    }

    /// <summary>The files that an external broker reads.</summary>
    public IEnumerable<Finding> Files(JToken broker)
    {
        if (broker.At("files") is not { Type: JTokenType.Object } files) yield break;
        var folder = files.Text("folder");
        if (files.Text("fault") is { } fault)
            yield return new("files", Health.Ill, words[$"Arquivos do broker em {folder} desatualizados: {fault}", $"The broker's files in {folder} are stale: {fault}"], words["Confira a pasta, suas permissões e Gemeo:Mqtt:PidFile.", "Check the folder, its permissions and Gemeo:Mqtt:PidFile."]);
        else if (!files.Flag("heeded"))
            yield return new("files", Health.Look, words[$"Arquivos do broker em {folder} mudaram", $"The broker's files in {folder} have changed"], words["Se o Mosquitto ainda não os releu: kill -HUP (Gemeo:Mqtt:PidFile deixa o servidor fazê-lo).", "Unless Mosquitto has read them since: kill -HUP (Gemeo:Mqtt:PidFile lets the server do it)."]);
        else yield return new("files", Health.Well, words[$"Arquivos do broker em {folder}", $"The broker's files in {folder}"]);
    }

    public IEnumerable<Finding> Broker(JToken broker)
    {
        var embedded = broker.Text("mode") == "embedded";
        var where = $"MQTT {broker.Text("address")} ({(embedded ? words["embutido", "embedded"] : words["externo", "external"])})";
        if (!broker.Flag("connected"))
            return [new("broker", Health.Ill, words[$"{where}: sem conexão{Why(broker)}", $"{where}: not connected{Why(broker)}"], Remedy("broker"))];
        var clients = broker.Number("clients");
        if (embedded && clients == 0)
            return [new("broker", Health.Look, words[$"{where}: nenhum dispositivo conectado", $"{where}: no device is connected"],
                words["Aponte os dispositivos para este endereço; fora desta máquina, comece com ./dev up --lan.", "Point the devices to this address; beyond this machine, start with ./dev up --lan."])];
        return [new("broker", Health.Well, clients is null ? where : words[$"{where}: {clients} dispositivo(s) conectado(s)", $"{where}: {clients} device(s) connected"])];
    }

    static string Why(JToken broker) => broker.Text("fault") is { } fault ? $": {fault}" : "";

    public IEnumerable<Finding> Unmatched(JToken topics) => Topics("unmatched", topics,
        words["Todo tópico pertence a uma coisa", "Every topic belongs to a thing"],
        t => words[$"Tópico de ninguém: {t.Text("topic")} ({t.Count("count")}×) {Excerpt(t)}", $"Nobody's topic: {t.Text("topic")} ({t.Count("count")}×) {Excerpt(t)}"],
        words["Se é de um dispositivo seu, declare-o no laboratório com esse tópico.", "If it is a device of yours, declare it in the lab with this topic."]);

    public IEnumerable<Finding> Rejected(JToken topics) => Topics("rejected", topics,
        words["Nenhuma mensagem recusada", "No message was refused"],
        t => words[$"Recusada em {t.Text("topic")} ({t.Count("count")}×): {t.Text("reason")} {Excerpt(t)}", $"Refused on {t.Text("topic")} ({t.Count("count")}×): {t.Text("reason")} {Excerpt(t)}"],
        words["Compare a mensagem com o que o formulário e o esquema da coisa esperam.", "Compare the message with what the thing's form and schema expect."]);

    IEnumerable<Finding> Topics(string check, JToken topics, string none, Func<JToken, string> says, string todo)
    {
        var all = topics.Items().ToArray();
        if (all.Length == 0) return [new(check, Health.Well, none)];
        var shown = all.Take(Shown).Select(t => new Finding(check, Health.Look, says(t), todo));
        return all.Length <= Shown ? shown : shown.Append(new(check, Health.Look, words[$"… e mais {all.Length - Shown} tópicos", $"… and {all.Length - Shown} more topics"]));
    }

    static string Excerpt(JToken topic)
    {
        var payload = topic.Text("payload") ?? "";
        return payload.Length > 60 ? $"“{payload[..60]}…”" : $"“{payload}”";
    }

    public IEnumerable<Finding> Presence(GemeoClient now)
    {
        var away = now.Things.Where(t => t.IsAvailable == false).Select(t => t.Id).Order(StringComparer.Ordinal).ToArray();
        if (away.Length == 0) return [new("things", Health.Well, words["Nenhum dispositivo conhecido está fora", "No known device is away"])];
        var names = string.Join(", ", away.Take(Shown)) + (away.Length > Shown ? $" … (+{away.Length - Shown})" : "");
        return [new("things", Health.Look, words[$"Fora do ar: {names}", $"Away: {names}"], words["Confira energia e rede de cada um.", "Check power and network of each."])];
    }
}
