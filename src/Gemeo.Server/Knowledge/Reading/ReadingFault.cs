namespace Gemeo.Knowledge.Reading;

/// <summary>Why a document, or a page, cannot be read: a stable code, and what a person is told.</summary>
public sealed record ReadingFault(string Code, string Pt, string En)
{
    public static readonly ReadingFault
        Encrypted = new("encrypted", "O arquivo está protegido por senha.", "The file is protected by a password."),
        Scanned = new("scanned", "Só há imagens, sem texto (digitalização); passe um OCR e envie de novo.", "There are only pictures, no text (a scan); run OCR and send it again."),
        Broken = new("broken", "O arquivo está danificado e não pode ser lido.", "The file is damaged and cannot be read."),
        TooLarge = new("too-large", "O arquivo é grande demais.", "The file is too large."),
        TooManyPages = new("too-many-pages", "O documento tem páginas demais.", "The document has too many pages."),
        TooSlow = new("too-slow", "A leitura demorou demais e foi interrompida.", "Reading took too long and was stopped."),
        TooHeavy = new("too-heavy", "O conteúdo ocupa memória demais quando descompactado.", "The content takes too much memory when unpacked."),
        Empty = new("empty", "O documento não tem texto.", "The document has no text."),
        WrongType = new("wrong-type", "Não é um PDF, nem Markdown, nem texto simples.", "It is not a PDF, nor Markdown, nor plain text."),
        Unreadable = new("unreadable", "O arquivo não pôde ser aberto; veja as permissões.", "The file could not be opened; see its permissions.");

    public static IReadOnlyList<ReadingFault> All { get; } =
        [Encrypted, Scanned, Broken, TooLarge, TooManyPages, TooSlow, TooHeavy, Empty, WrongType, Unreadable];

    public string In(string language) => language == "en" ? En : Pt;
}

/// <summary>Ends the reading of one document.</summary>
public sealed class ReadingException(ReadingFault fault, int? page = null, Exception? inner = null)
    : Exception(page is null ? fault.En : $"{fault.En} (page {page})", inner)
{
    public ReadingFault Fault => fault;

    public int? Page => page;
}
