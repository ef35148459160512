import { expect, test, vi } from "vitest";
import { type Entry, Twins } from "./twins";

const entry = (version: number, value: unknown, more: Partial<Entry> = {}): Entry => ({
  cursor: `log:${version}`,
  thing: "lamp",
  version,
  kind: "property",
  name: "on",
  value,
  time: "2026-11-26T00:00:00Z",
  changed: true,
  ...more,
});

function twins() {
  const waiting: (() => void)[] = [];
  return { twins: new Twins(flush => waiting.push(flush)), frame: () => waiting.splice(0).map(f => f()) };
}

test("many entries are told once for each frame", () => {
  const { twins: lab, frame } = twins();
  const told = vi.fn();
  lab.onThing("lamp", told);
  for (let n = 1; n <= 1000; n++) lab.take(entry(n, n % 2 === 0));
  frame();
  expect(told).toHaveBeenCalledTimes(1);
  expect(lab.get("lamp")?.properties.on?.value).toBe(true);
});

test("an entry that was seen before changes nothing", () => {
  const { twins: lab } = twins();
  lab.reset({ lamp: { version: 7, properties: { on: { value: true, time: "x" } } } });
  expect(lab.take(entry(7, false))).toBe(false);
  expect(lab.get("lamp")?.properties.on?.value).toBe(true);
});

test("a snapshot forgets what is no longer there, and tells of it", () => {
  const { twins: lab, frame } = twins();
  lab.reset({ lamp: { version: 1 }, gone: { version: 1 } });
  frame();
  const told = vi.fn();
  lab.onThing("gone", told);
  lab.reset({ lamp: { version: 1 } });
  frame();
  expect(lab.get("gone")).toBeUndefined();
  expect(told).toHaveBeenCalled();
});

test("availability comes with the time since when", () => {
  const { twins: lab } = twins();
  lab.take(entry(1, false, { kind: "availability", name: "last-will", time: "2026-11-26T10:00:00Z" }));
  expect(lab.get("lamp")).toMatchObject({ available: false, since: "2026-11-26T10:00:00Z" });
});
