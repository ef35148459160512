import { expect, test } from "vitest";
import type { Command, Outcome } from "../commands/orders";
import type { Thing } from "../things/describe";
import { type Known, wished, wishOf } from "./wish";

const lamp: Thing = {
  id: "lamp",
  properties: { on: { type: "boolean" }, level: { type: "integer" } },
  actions: {
    turnOn: { "gemeo:confirmedBy": { property: "on", equals: true } },
    dim: { "gemeo:confirmedBy": { property: "level" } },
    fade: { "gemeo:confirmedBy": { property: "level", input: "/to/level" } },
    restart: {},
  },
};
const known = (more: Partial<Known> = {}): Known => ({ outcomes: {}, commands: [], desired: {}, ...more });
const outcome = (of: "action" | "property", name: string, input: unknown, more: Partial<Outcome> = {}) => ({
  [`lamp/${of}/${name}`]: { order: { thing: "lamp", of, name, input }, state: "pending", at: 1, ...more } as Outcome,
});
const command = (more: Partial<Command>) => ({ of: "property", name: "on", state: "sent", ...more }) as Command;

test("a write wishes its value, an action what confirms it", () => {
  expect(wished(lamp, "level", { of: "property", name: "level", input: 30 })).toBe(30);
  expect(wished(lamp, "on", { of: "action", name: "turnOn" })).toBe(true);
  expect(wished(lamp, "level", { of: "action", name: "dim", input: 40 })).toBe(40);
  expect(wished(lamp, "level", { of: "action", name: "fade", input: { to: { level: 50 } } })).toBe(50);
  expect(wished(lamp, "on", { of: "action", name: "restart" })).toBeUndefined();
});

test("what waits is shown as wished, whoever asked; what has ended is not", () => {
  expect(wishOf(lamp, "on", false, known({ outcomes: outcome("action", "turnOn", undefined) }))).toEqual({
    value: true,
    waiting: true,
  });
  const failed = outcome("property", "on", true, { state: "failed" });
  expect(wishOf(lamp, "on", false, known({ outcomes: failed }))).toBeNull();
  expect(wishOf(lamp, "on", false, known({ commands: [command({ input: true })] }))?.value).toBe(true);
  const ended = [command({ input: true, state: "expired" }), command({ input: true, unconfirmable: true })];
  expect(wishOf(lamp, "on", false, known({ commands: ended }))).toBeNull();
});

test("the newest order on this page counts", () => {
  const outcomes = { ...outcome("property", "level", 10), ...outcome("action", "dim", 90, { at: 2 }) };
  expect(wishOf(lamp, "level", 50, known({ outcomes }))?.value).toBe(90);
});

test("what was confirmed once and is otherwise now is desired, not awaited", () => {
  const desired = { on: { value: true } };
  expect(wishOf(lamp, "on", false, known({ desired }))).toEqual({ value: true, waiting: false });
  expect(wishOf(lamp, "on", true, known({ desired }))).toBeNull();
});
