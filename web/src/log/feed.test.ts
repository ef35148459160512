import { expect, test } from "vitest";
import type { Entry } from "../live/twins";
import { Feed, liveRows } from "./feed";

const entry = (version: number): Entry => ({
  cursor: `log:${version}`,
  thing: "lamp",
  version,
  kind: "property",
  name: "on",
  value: version,
  time: "2026-11-26T00:00:00Z",
  changed: true,
});
const feed = (items: Entry[] = [], next: string | null = null) =>
  new Feed({ page: async () => ({ items, next }), takes: () => true });
const versions = (shown: Feed) => shown.shown.rows.map(r => r.version);

test("what comes while the reader is elsewhere waits, is counted, and moves nothing", async () => {
  const log = feed([entry(1)]);
  await log.older();
  log.take(entry(2));
  log.take(entry(3));
  log.tick(true);
  expect(versions(log)).toEqual([1]);
  expect(log.shown.waiting).toBe(2);
  log.tick(false);
  expect(versions(log)).toEqual([3, 2, 1]);
  expect(log.shown.waiting).toBe(0);
});

test("a flood leaves the newest rows only, and the rest comes back as older pages", async () => {
  const asked: (string | null)[] = [];
  const log = new Feed({
    page: async before => {
      asked.push(before);
      return { items: before ? [entry(4500)] : [], next: null };
    },
    takes: () => true,
  });
  await log.older();
  for (let n = 1; n <= 5000; n++) log.take(entry(n));
  log.tick(false);
  expect(log.shown.rows).toHaveLength(liveRows);
  expect(versions(log)[0]).toBe(5000);
  expect(log.shown.more).toBe(true);
  await log.older();
  expect(asked).toEqual([null, "log:4501"]);
  expect(versions(log).at(-1)).toBe(4500);
});

test("an entry that came both ways is shown once", async () => {
  const log = feed([entry(2), entry(1)]);
  log.take(entry(2));
  await log.older();
  log.tick(false);
  expect(versions(log)).toEqual([2, 1]);
});

test("a page that cannot be had is told, and can be asked for again", async () => {
  let well = false;
  const log = new Feed({
    page: async () => {
      if (!well) throw new Error("away");
      return { items: [entry(1)], next: null };
    },
    takes: () => true,
  });
  await log.older();
  expect(log.shown.fault).toBeInstanceOf(Error);
  well = true;
  await log.older();
  expect(log.shown.fault).toBeNull();
  expect(versions(log)).toEqual([1]);
});
