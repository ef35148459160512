import { language } from "../words";

// The server tells why in one of few English forms (its codec's); here they are in Portuguese. What is not known stays as it came.
const words: [RegExp, string][] = [
  [/^true or false/, "true ou false"],
  [/^ON or OFF/, "ON ou OFF"],
  [/^an integer/, "um inteiro"],
  [/^a number/, "um número"],
  [/^a finite number/, "um número"],
  [/^text\b/, "texto"],
  [/^an object/, "um objeto"],
  [/^a list/, "uma lista"],
  [/^one of /, "um de "],
  [/^the member /, "o membro "],
  [/^valid JSON/, "JSON válido"],
  [/^at least (\d+) fields separated by/, "no mínimo $1 campos separados por"],
  [/ between (\S+) and (\S+)/, " entre $1 e $2"],
  [/ of at least (\S+) and at most/, " de no mínimo $1 e no máximo"],
  [/ of at least /, " de no mínimo "],
  [/ of at most /, " de no máximo "],
  [/ of over /, " maior que "],
  [/ of under /, " menor que "],
  [/ in steps of /, " em passos de "],
  [/ that matches /, " da forma "],
  [/ characters\b/, " caracteres"],
];

/** Why a message was refused, in the reader's language as far as it is known. */
export function reasonText(reason: string): string {
  if (language() === "en") return reason;
  const parts = /^((?:\/\S*: )?)expected (.*?)(?:, got (.*))?$/s.exec(reason);
  if (!parts) return reason;
  const [, place = "", wanted = "", got] = parts;
  const expected = words.reduce((text, [english, portuguese]) => text.replace(english, portuguese), wanted);
  return `${place}esperava-se ${expected}${got === undefined ? "" : `, veio ${got === "nothing" ? "nada" : got}`}`;
}
