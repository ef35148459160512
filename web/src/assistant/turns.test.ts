import { expect, test } from "vitest";
import { mayUndo, type Part, type SeenCommand, sighted, take, turn, turnsOf } from "./turns";

const answer = () => turn("assistant", "", "going");
const command: SeenCommand = {
  id: "c1",
  thing: "lamp",
  of: "action",
  name: "on",
  state: "pending",
  already: false,
  created: "2026-11-26T10:00:00Z",
};
const done: Part = { type: "done", conversation: "x", language: "pt", intent: "order" };

test("an answer grows part by part, and kinds that are not known are passed over", () => {
  const parts: Part[] = [
    { type: "start", conversation: "x" },
    { type: "text", text: "Wash them " },
    { type: "looked", tool: "search" },
    { type: "text", text: "often [1]." },
    { type: "citation", number: 1, document: "d", name: "manual.pdf", page: 3, start: 0, quote: "Wash" },
    { type: "note", code: "model-timeout", text: "slow" },
    done,
  ];
  expect(parts.reduce(take, answer())).toMatchObject({
    text: "Wash them often [1].",
    state: "whole",
    citations: [{ page: 3 }],
    notes: ["slow"],
  });
});

test("an order is pending as the log shows it, and ends as the answer says", () => {
  let now = sighted(answer(), command);
  expect(now.deeds).toMatchObject([{ state: "pending", action: "on" }]);
  now = take(now, { type: "action", thing: "lamp", action: "on", state: "expired", command: "c1", code: "no-answer" });
  now = sighted(now, { ...command, state: "confirmed" });
  expect(take(now, done).deeds).toMatchObject([{ state: "expired", code: "no-answer" }]);
});

test("an order of somebody else is not claimed by the answer", () => {
  expect(take(sighted(answer(), command), done).deeds).toEqual([]);
});

test("a kept conversation comes back with its citations, and says when its last word had no answer", () => {
  const kept = turnsOf([
    { role: "person", text: "how?", time: "t" },
    { role: "assistant", text: "so [1]", time: "t", parts: [{ type: "citation", number: 1, page: 2 }] },
    { role: "person", text: "and?", time: "t" },
  ]);
  expect(kept.map(t => t.state)).toEqual(["whole", "whole", "whole", "cut"]);
  expect(kept[1]?.citations).toMatchObject([{ page: 2 }]);
});

test("only what changed something can be undone", () => {
  const after = (deed: Partial<Part>) => take(take(answer(), { type: "action", thing: "lamp", ...deed }), done);
  expect(mayUndo(after({ state: "confirmed", already: false }))).toBe(true);
  expect(mayUndo(after({ state: "confirmed", already: true }))).toBe(false);
  expect(mayUndo(after({ code: "offline" }))).toBe(false);
  expect(mayUndo(after({ state: "expired", code: "no-answer" }))).toBe(true);
});
