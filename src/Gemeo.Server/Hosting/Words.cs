using System.Globalization;

namespace Gemeo.Hosting;

/// <summary>A kind of refusal: its HTTP status, its stable code (never reused; docs/errors.md), and what a person is told.</summary>
public sealed record Fault(int Status, string Code, string Pt, string En)
{
    public static readonly Fault
        BadInput = new(400, "bad-input", "A entrada não é válida.", "The input is not valid."),
        BadJson = new(400, "bad-json", "O corpo não é um JSON válido.", "The body is not valid JSON."),
        BadQuery = new(400, "bad-query", "Um parâmetro não é válido.", "A parameter is not valid."),
        NoKey = new(401, "no-key", "É preciso uma chave de acesso.", "An access key is needed."),
        BadSignIn = new(401, "bad-sign-in", "Nome ou senha não conferem.", "Name or password do not match."),
        BadToken = new(401, "bad-token", "O token de acesso não vale aqui.", "The access token is not valid here."),
        BadKey = new(403, "bad-key", "A chave de acesso não vale aqui.", "The access key is not valid here."),
        NoRight = new(403, "no-right", "Este acesso não permite isso.", "This access does not allow that."),
        NoSetup = new(403, "no-setup", "A primeira conta não pode ser feita assim.", "The first account cannot be made like that."),
        ForeignOrigin = new(403, "foreign-origin", "Esta página não pode usar este servidor.", "This page may not use this server."),
        ForeignHost = new(403, "foreign-host", "Este servidor não atende por esse nome.", "This server does not answer to that name."),
        NotFound = new(404, "not-found", "Não há nada neste endereço.", "There is nothing at this address."),
        NoThing = new(404, "no-thing", "Essa coisa não existe neste laboratório.", "There is no such thing in this lab."),
        NoAffordance = new(404, "no-affordance", "Essa coisa não tem isso.", "The thing has no such property, action or event."),
        NoAccess = new(404, "no-access", "Essa chave ou conta não existe.", "There is no such key or account."),
        NoCommand = new(404, "no-command", "Esse comando não existe.", "There is no such command."),
        NoConversation = new(404, "no-conversation", "Essa conversa não existe.", "There is no such conversation."),
        NoDocument = new(404, "no-document", "Esse documento não existe.", "There is no such document."),
        NoCredential = new(404, "no-credential", "Essa credencial não existe.", "There is no such credential."),
        NoValue = new(404, "no-value", "O dispositivo ainda não informou esse valor.", "The device has not reported this value yet."),
        WrongMethod = new(405, "wrong-method", "Esse método não se aplica a este endereço.", "This method does not apply to this address."),
        ReadOnly = new(405, "read-only", "Essa propriedade só pode ser lida.", "This property can only be read."),
        SlowBody = new(408, "slow-body", "O corpo do pedido demorou demais.", "The body of the request took too long."),
        FromFile = new(409, "from-file", "Essa coisa é declarada em arquivo; edite o arquivo do laboratório.", "This thing is declared in a file; edit the lab's file."),
        DocumentFromFolder = new(409, "document-from-folder", "Esse documento está na pasta do laboratório; mude-o lá.", "This document lies in the lab's folder; change it there."),
        AccountExists = new(409, "account-exists", "Já existe uma conta com esse nome.", "There is an account with this name already."),
        LastAdmin = new(409, "last-admin", "Essa é a última conta de administrador.", "This is the last administrator's account."),
        Exists = new(409, "exists", "Já existe uma coisa com esse id.", "There is a thing with this id already."),
        CredentialExists = new(409, "credential-exists", "Já existe uma credencial com esse nome.", "There is a credential of this name already."),
        Superseded = new(409, "superseded", "Uma ordem mais nova tomou o lugar desta.", "A newer order took the place of this one."),
        Gone = new(410, "cursor-gone", "Esse cursor não vale mais; comece de um novo retrato.", "This cursor is no longer kept; begin from a fresh snapshot."),
        PastGone = new(410, "past-gone", "Esse instante já não está guardado.", "What was at that instant is no longer kept."),
        TooLarge = new(413, "too-large", "O corpo é grande demais.", "The body is too large."),
        WrongType = new(415, "wrong-type", "O corpo deve ser JSON.", "The body must be JSON."),
        BadAccess = new(422, "bad-access", "Esse acesso não pode ser dado assim.", "Access cannot be given like that."),
        BadThing = new(422, "bad-thing", "A descrição não é uma Thing Description 1.1 válida.", "The description is not a valid Thing Description 1.1."),
        BadValue = new(422, "bad-value", "O valor não cabe no que a coisa aceita.", "The value does not fit what the thing accepts."),
        TooMany = new(429, "too-many", "Pedidos demais; espere um pouco.", "Too many requests; wait a little."),
        Internal = new(500, "internal", "Algo falhou no servidor; o registro diz o quê.", "Something failed in the server; its log says what."),
        Offline = new(503, "offline", "O dispositivo está desligado ou fora da rede.", "The device is off or out of reach."),
        NotSent = new(503, "not-sent", "A ordem não pôde ser enviada ao dispositivo.", "The order could not be sent to the device."),
        LogUnavailable = new(503, "log-unavailable", "O registro não pode ser gravado agora; nada foi feito.", "The log cannot be written now; nothing was done."),
        Unrecorded = new(503, "unrecorded", "A ordem foi enviada, mas o registro não pode ser gravado agora; o resultado ainda é desconhecido.", "The order was sent, but the log cannot be written now; the result is not known yet."),
        Busy = new(503, "busy", "Há clientes demais ligados agora.", "Too many clients are connected now."),
        AccessUnavailable = new(503, "access-unavailable", "As chaves e contas não podem ser usadas agora.", "Keys and accounts cannot be used now."),
        LibraryUnavailable = new(503, "library-unavailable", "Os documentos não podem ser usados agora.", "The documents cannot be used now."),
        NoAnswer = new(504, "no-answer", "O dispositivo não respondeu", "The device did not answer"),
        Restarted = new(504, "restarted", "O servidor reiniciou antes da resposta; o resultado é desconhecido.", "The server restarted before the answer; the result is unknown."),
        TimedOut = new(504, "timed-out", "O pedido demorou demais.", "The request took too long."),
        NoRoom = new(507, "no-room", "Não cabem mais documentos; apague alguns.", "No more documents fit; delete some.");

    public string In(string language) => language == "en" ? En : Pt;
}

/// <summary>Which of the two languages a caller reads.</summary>
public static class Language
{
    public static string Of(HttpContext http)
    {
        foreach (var wanted in http.Request.GetTypedHeaders().AcceptLanguage.Where(l => l.Quality is not 0).OrderByDescending(l => l.Quality ?? 1))
        {
            if (wanted.Value.StartsWith("pt", StringComparison.OrdinalIgnoreCase)) return "pt";
            if (wanted.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return "en";
        }
        var own = http.RequestServices.GetRequiredService<Microsoft.Extensions.Options.IOptions<Settings>>().Value.Language;
        return own.StartsWith("en", true, CultureInfo.InvariantCulture) ? "en" : "pt";
    }

    /// <summary>The text in a language, or in the one there is.</summary>
    public static string? Pick(IReadOnlyDictionary<string, string> texts, string language) =>
        texts.FirstOrDefault(t => t.Key.StartsWith(language, StringComparison.OrdinalIgnoreCase)).Value
        ?? texts.GetValueOrDefault("") ?? texts.Values.FirstOrDefault();
}
