import { beforeEach, expect, test } from "vitest";
import type { Entry } from "../live/twins";
import { reasonText } from "../security/reason";
import { speak } from "../words";
import { sentenceOf } from "./sentence";

const lamp = {
  id: "lamp",
  title: "Lâmpada da bancada",
  properties: {
    on: { title: "Ligada", type: "boolean" as const },
    level: { title: "Brilho", unit: "%", type: "integer" as const },
  },
  actions: { turnOn: { title: "Ligar" } },
};
const entry = (kind: Entry["kind"], name: string, value: unknown, changed = true): Entry => ({
  cursor: "a:1",
  thing: "lamp",
  version: 1,
  kind,
  name,
  value,
  time: "2026-11-26T10:00:00Z",
  changed,
});
const say = (one: Entry) => {
  const { who, what } = sentenceOf(one, lamp);
  return `${who}: ${what}`;
};
const order = (more: object) =>
  entry("action", "turnOn", {
    id: "1",
    thing: "lamp",
    of: "action",
    name: "turnOn",
    created: "2026-11-26T10:00:00.000Z",
    sent: "2026-11-26T10:00:00.100Z",
    ended: "2026-11-26T10:00:00.400Z",
    ...more,
  });

beforeEach(() => speak("pt"));

test("a reading is told by title and value", () => {
  expect(say(entry("property", "on", true))).toBe("Lâmpada da bancada: ligada → sim");
  expect(say(entry("property", "level", 40, false))).toBe("Lâmpada da bancada: brilho continua 40 %");
});

test("an order is told with how it ended, how long it took and who gave it", () => {
  expect(say(order({ state: "confirmed", by: "chat:127.0.0.1" }))).toBe(
    "Lâmpada da bancada: ordem ligar: confirmada em 0,3 s, pelo assistente (deste computador)",
  );
  expect(say(order({ state: "expired", reason: "no-answer", by: "ws" }))).toContain("o dispositivo não respondeu");
  expect(say(order({ state: "confirmed", already: true, by: "ws" }))).toContain("já estava assim");
});

test("availability is told with how it is known", () => {
  expect(say(entry("availability", "last-will", false))).toBe("Lâmpada da bancada: sem resposta (último testamento)");
  expect(say(entry("availability", "heard", true))).toBe("Lâmpada da bancada: responde (foi ouvida)");
});

test("a refused message is told with its topic, its reason in Portuguese, and how often", () => {
  const refused = { topic: "lab/x", reason: "expected an integer between 0 and 100 (%), got 300", count: 3 };
  expect(say(entry("security", "rejected", refused))).toBe(
    "Lâmpada da bancada: mensagem recusada em lab/x: esperava-se um inteiro entre 0 e 100 (%), veio 300 (3 vezes)",
  );
});

test("what a device said is never translated, and an unknown reason stays as it came", () => {
  expect(reasonText("expected true or false, got a number, got it?")).toBe(
    "esperava-se true ou false, veio a number, got it?",
  );
  expect(reasonText("the disk is full")).toBe("the disk is full");
});
