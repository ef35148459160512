import { expect, test } from "vitest";
import { speak } from "../words";
import { detailText } from "./detail";
import { whoText } from "./who";

test.each([
  ["wrong user or password (client 'x', user 'ana')", "usuário ou senha errados (cliente 'x', usuário 'ana')"],
  ["no user and password (client none, user none)", "sem usuário e senha (cliente sem nome, sem usuário)"],
  ["a last will on 'a/b' (client 'x', user 'ana')", "um último testamento em 'a/b' (cliente 'x', usuário 'ana')"],
  ["messages faster than allowed, held back (client x)", "mensagens mais depressa do que pode, retidas (cliente x)"],
  [
    "a packet of 70000 bytes, more than allowed; the connection was closed",
    "um pacote de 70000 bytes, mais do que pode; a conexão foi fechada",
  ],
  ["from 20.5 to 99 within 0.25 s; 2 a second is possible", "de 20.5 a 99 em 0.25 s; o possível é 2 por segundo"],
  ["published on 'published on'", "publicou em 'published on'"],
  ["something of a later version", "something of a later version"],
])("%s is told in Portuguese", (english, portuguese) => {
  speak("pt");
  expect(detailText("refused-connection", english)).toBe(portuguese);
  speak("en");
  expect(detailText("refused-connection", english)).toBe(english);
});

test("why a message was refused is told as everywhere", () => {
  speak("pt");
  expect(detailText("rejected", "expected a number, got nothing")).toBe("esperava-se um número, veio nada");
});

test("whoever is on the server's machine is this computer", () => {
  speak("pt");
  expect(["local", "127.0.0.1", "::1", "Ana", "192.0.2.7"].map(whoText)).toEqual([
    "este computador",
    "este computador",
    "este computador",
    "Ana",
    "192.0.2.7",
  ]);
});
