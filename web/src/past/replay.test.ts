import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Entry, States } from "../live/twins";
import { Replay, type Source, type Speed, timeOf } from "./replay";

const start = Date.parse("2026-11-26T10:00:00Z");
const entryAt = (n: number, ms: number, micros = 0): Entry => ({
  cursor: `log:${n}`,
  thing: "lamp",
  version: n,
  kind: "property",
  name: "on",
  value: n,
  time: new Date(ms).toISOString().replace("Z", `${String(micros).padStart(3, "0")}Z`),
  changed: true,
});

/** A log in memory with a server that takes its time; it keeps a record of which entry is shown. */
class Written implements Source {
  shown = -1;
  wrong: string[] = [];
  asked = { states: 0, pages: 0 };
  constructor(
    readonly log: Entry[],
    readonly slow: () => number = () => 5,
    readonly page = 7,
  ) {}

  readonly twins = {
    reset: (states: States) => {
      this.shown = states.cursor?.version ?? -1;
    },
    take: (entry: Entry) => {
      if (entry.version !== this.shown + 1) this.wrong.push(`${entry.version} came after ${this.shown}`);
      this.shown = entry.version;
      return true;
    },
  };

  /** The last entry that has happened at an instant, by the log's order. */
  at(instant: number) {
    const later = this.log.findIndex(e => timeOf(e) > instant);
    return (later < 0 ? this.log.length : later) - 1;
  }

  // The signal is not heeded, as by a network that has the answer under way: late answers do come.
  async stateAt(at: number) {
    this.asked.states++;
    const n = this.at(at);
    await this.#while();
    return { cursor: String(n), things: { cursor: { version: n } } };
  }

  async after(cursor: string) {
    this.asked.pages++;
    const from = Number(cursor) + 1;
    const items = this.log.slice(from, from + this.page).filter(e => timeOf(e) <= Date.now());
    await this.#while();
    return { items, next: String(Number(cursor) + items.length) };
  }

  #while = () => new Promise(done => setTimeout(done, this.slow()));
}

function chance(seed: number) {
  let state = seed * 2654435761 + 1;
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

const frames = async (replay: Replay, ms: number) => {
  for (let gone = 0; gone < ms; gone += 16) {
    await vi.advanceTimersByTimeAsync(16);
    replay.frame();
  }
};

beforeEach(() => void vi.useFakeTimers({ now: start + 3_600_000 }));
afterEach(() => void vi.useRealTimers());

const spread = (many: number, every: number) => Array.from({ length: many }, (_, n) => entryAt(n, start + n * every));

test("played, each entry comes at its time and the state is that of the clock", async () => {
  const log = new Written(spread(500, 100), undefined, 100);
  const replay = new Replay(log, log.twins, Date.now);
  replay.seek(start + 5_000);
  await frames(replay, 100);
  expect(log.shown).toBe(50);
  replay.play(1);
  await frames(replay, 10_000);
  expect(replay.told.at).toBeGreaterThan(start + 14_800);
  expect(log.shown).toBe(log.at(replay.told.at));
  replay.play(100);
  await frames(replay, 200);
  expect(replay.told.at).toBeGreaterThan(start + 30_000);
  expect(log.shown).toBe(log.at(replay.told.at));
  expect(log.wrong).toEqual([]);
});

test("whatever is sought and played, no entry is skipped and none comes twice", async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const any = chance(seed);
    const log = new Written(
      // Some at the same instant, some a little out of order: the log's order is what counts.
      Array.from({ length: 300 }, (_, n) => entryAt(n, start + n * 400 + any(900), any(1000))),
      () => any(250),
      1 + any(60),
    );
    const replay = new Replay(log, log.twins, Date.now);
    replay.seek(start + any(120_000));
    for (let turn = 0; turn < 25; turn++) {
      const what = any(4);
      if (what === 0) replay.seek(start + any(130_000), any(2) * 120);
      if (what === 1) replay.seek(replay.told.at + any(3_000));
      if (what === 2) replay.play(([0, 1, 10, 100] as Speed[])[any(4)] as Speed);
      await frames(replay, any(600));
    }
    expect(log.wrong).toEqual([]);
    replay.seek(start + any(120_000));
    replay.play(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(log.shown).toBe(log.at(replay.told.at));
  }
});

test("while the handle is dragged only the place where it rests is asked for", async () => {
  const log = new Written(spread(100, 1000));
  const replay = new Replay(log, log.twins, Date.now);
  for (let n = 50; n > 10; n--) {
    replay.seek(start + n * 1000, 120);
    await vi.advanceTimersByTimeAsync(20);
  }
  await vi.advanceTimersByTimeAsync(200);
  expect(log.asked.states).toBe(1);
  expect(log.shown).toBe(11);
});

test("of two answers the one to the last question counts, though it comes first", async () => {
  const waits = [900, 10];
  const log = new Written(spread(100, 1000), () => waits.shift() ?? 5);
  const replay = new Replay(log, log.twins, Date.now);
  replay.seek(start + 50_000);
  replay.seek(start + 20_000);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(log.shown).toBe(20);
  expect(replay.told.at).toBe(start + 20_000);
});

test("going forward over what is known already asks nobody", async () => {
  const log = new Written(spread(500, 100), undefined, 1000);
  const replay = new Replay(log, log.twins, Date.now);
  replay.seek(start);
  replay.play(1);
  await frames(replay, 500);
  replay.play(0);
  replay.seek(start + 30_000);
  expect(log.shown).toBe(300);
  expect(log.asked).toEqual({ states: 1, pages: 1 });
});

test("at ×100 the log is fetched ahead, and the clock does not wait for it", async () => {
  const log = new Written(spread(20_000, 100), () => 40, 1000);
  const waits: boolean[] = [];
  const replay = new Replay(log, log.twins, Date.now, told => waits.push(told.waiting));
  replay.seek(start);
  await frames(replay, 64);
  replay.play(100);
  await frames(replay, 500);
  waits.length = 0;
  await frames(replay, 10_000);
  expect(waits).not.toContain(true);
  expect(replay.told.at).toBeGreaterThan(start + 1_000_000);
  expect(log.wrong).toEqual([]);
});

test("a log that comes slowly holds the clock, and no time is lost by it", async () => {
  const log = new Written(spread(5_000, 100), () => 800, 100);
  const replay = new Replay(log, log.twins, Date.now);
  replay.seek(start);
  await frames(replay, 900);
  replay.play(100);
  await frames(replay, 3_000);
  expect(replay.told.waiting).toBe(true);
  expect(log.shown).toBe(log.at(replay.told.at));
  expect(replay.told.at).toBeLessThan(start + 60_000);
});

test("it plays up to now, stops there and says so", async () => {
  const log = new Written(Array.from({ length: 40 }, (_, n) => entryAt(n, start + 3_600_000 - 40_000 + n * 1000)));
  const replay = new Replay(log, log.twins, Date.now);
  replay.seek(start + 3_600_000 - 30_000);
  await frames(replay, 32);
  replay.play(10);
  await frames(replay, 6_000);
  expect(replay.told).toMatchObject({ ended: true, speed: 0, waiting: false });
  expect(Date.now() - replay.told.at).toBeLessThan(5_000);
  expect(log.shown).toBe(39);
});

test("what the server refuses is told, and the next place is asked for anew", async () => {
  const log = new Written(spread(100, 1000));
  const gone = new Error("410");
  const source: Source = {
    stateAt: at => (at < start ? Promise.reject(gone) : log.stateAt(at)),
    after: cursor => log.after(cursor),
  };
  const replay = new Replay(source, log.twins, Date.now);
  replay.seek(start - 1);
  await vi.advanceTimersByTimeAsync(1);
  expect(replay.told).toMatchObject({ fault: gone, loading: false });
  replay.seek(start + 3_000);
  await vi.advanceTimersByTimeAsync(100);
  expect(replay.told).toMatchObject({ fault: null, loading: false });
  expect(log.shown).toBe(3);
});

test("an entry's millisecond is the first at which it has happened", () => {
  expect(timeOf({ time: "2026-11-26T10:00:00.123456Z" })).toBe(start + 124);
  expect(timeOf({ time: "2026-11-26T10:00:00.123000Z" })).toBe(start + 123);
  expect(timeOf({ time: "2026-11-26T10:00:00.123Z" })).toBe(start + 123);
});
