import { language } from "../words";
import { reasonText } from "./reason";

// The server tells what happened in one of few English forms; here they are in Portuguese. What is not known stays as it came.
const words: [RegExp, string][] = [
  [/^no user and password/, "sem usuário e senha"],
  [/^wrong user or password/, "usuário ou senha errados"],
  [/^the server's own client id/, "o identificador do próprio servidor"],
  [/^a client id that is not its own/, "um identificador que não é seu"],
  [/^a client id under which another is there/, "um identificador com que outro está ligado"],
  [/^a last will on/, "um último testamento em"],
  [/^more connections than one device may have/, "mais conexões do que um dispositivo pode ter"],
  [/^too late/, "tarde demais"],
  [/\(client none/, "(cliente sem nome"],
  [/\(client /, "(cliente "],
  [/, user none\)$/, ", sem usuário)"],
  [/, user ('.*)\)$/, ", usuário $1)"],
  [
    /^connections that do not say who they are; the oldest give way/,
    "conexões que não dizem quem são; as mais velhas cedem o lugar",
  ],
  [/^connections beyond the limit by address or in all/, "conexões além do limite de um endereço ou de todos"],
  [/^messages faster than allowed, held back/, "mensagens mais depressa do que pode, retidas"],
  [/^more messages in a second than a device may send/, "mais mensagens por segundo do que um dispositivo pode enviar"],
  [
    /^a packet of (\d+) bytes, more than allowed; the connection was closed/,
    "um pacote de $1 bytes, mais do que pode; a conexão foi fechada",
  ],
  [/^asked to hear/, "pediu para ouvir"],
  [/^published on/, "publicou em"],
  [/^the broker refused what it published on/, "o broker recusou o que publicou em"],
  [/^the broker refused its connection: not authorised/, "o broker recusou a conexão: sem autorização"],
  [
    /^somebody came under the client id of one that was there; the broker closed the old connection/,
    "alguém veio com o identificador de outro que estava ligado; o broker fechou a conexão antiga",
  ],
  [/^the broker dropped a message that was too long/, "o broker jogou fora uma mensagem longa demais"],
  [
    /^from (\S+) to (\S+) within (\S+) s; (\S+) a second is possible/,
    "de $1 a $2 em $3 s; o possível é $4 por segundo",
  ],
  [/^nothing was heard for longer than gemeo:silentAfter/, "nada se ouviu por mais tempo do que diz gemeo:silentAfter"],
];

/** What happened, in the reader's language as far as it is known. */
export function detailText(kind: string, detail: string): string {
  if (language() === "en") return detail;
  if (kind === "rejected") return reasonText(detail);
  return words.reduce((text, [english, portuguese]) => text.replace(english, portuguese), detail);
}
