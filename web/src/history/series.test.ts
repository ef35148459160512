import { expect, test } from "vitest";
import { paths } from "./Sparkline";
import { type Answer, caughtUp, grown, lookOf, type Numbers, read } from "./series";

const of = { from: Date.parse("2026-11-26T10:00:00Z"), to: Date.parse("2026-11-26T11:00:00Z") };
const point = (minute: number, value: number) => ({
  time: new Date(of.from + minute * 60_000).toISOString(),
  min: value - 1,
  max: value + 1,
  mean: value,
  last: value,
  count: 3,
});
const answer = (more: Partial<Answer> = {}): Answer => ({
  from: "",
  to: "",
  step: 60,
  points: [point(1, 20), point(2, 21)],
  before: null,
  ...more,
});

test("what held before the range began stands at its edge, and counts no reading", () => {
  const series = read(answer({ before: { time: "2026-11-20T00:00:00Z", value: 19 } }), of, "line") as Numbers;
  expect(series.points[0]).toEqual({ time: of.from, min: 19, max: 19, mean: 19, last: 19, count: 0 });
});

test("a switch that never moved in the range is drawn from what held before", () => {
  const series = read(answer({ points: [], before: { time: "2026-11-20T00:00:00Z", value: true } }), of, "line");
  expect(series).toMatchObject({ kind: "numbers", points: [{ last: 1 }] });
});

test("of words each change counts, and what held before only when no older change was left out", () => {
  const before = { time: "2026-11-20T00:00:00Z", value: "cool" };
  const points = [{ time: "2026-11-26T10:10:00Z", value: "heat" }];
  expect(read(answer({ points, before }), of, "line")).toMatchObject({
    changes: [{ value: "cool" }, { value: "heat" }],
  });
  expect(read(answer({ points, before, more: true }), of, "line")).toMatchObject({
    changes: [{ value: "heat" }],
    more: true,
  });
});

test("a reading that is told falls into its bucket, and its least and most are kept", () => {
  const series = grown(read(answer(), of, "line"), of.from + 2.5 * 60_000, 99) as Numbers;
  expect(series.points).toHaveLength(2);
  expect(series.points[1]).toMatchObject({ min: 20, max: 99, last: 99, count: 4, mean: 21 + (99 - 21) / 4 });
});

test("a reading after the last bucket begins the next one", () => {
  const series = grown(read(answer(), of, "line"), of.from + 5.5 * 60_000, 30) as Numbers;
  expect(series.points.at(-1)).toMatchObject({ time: of.from + 5 * 60_000, min: 30, max: 30, count: 1 });
});

test("without buckets each reading is a point", () => {
  const series = grown(read(answer({ step: null }), of, "line"), of.from + 2.5 * 60_000, 30) as Numbers;
  expect(series.points).toHaveLength(3);
});

test("what was told while an answer was on its way is neither lost nor shown twice", () => {
  const at = (minute: number) => of.from + minute * 60_000;
  const each = read(answer({ step: null }), of, "line");
  expect(
    (
      caughtUp(each, [
        [at(1), 20],
        [at(2), 21],
        [at(3), 22],
      ]) as Numbers
    ).points,
  ).toHaveLength(3);
  const summed = caughtUp(read(answer(), of, "line"), [[at(2.5), 99]]) as Numbers;
  expect(summed.points.at(-1)).toMatchObject({ max: 99, last: 99 });
  const points = [{ time: new Date(at(1)).toISOString(), value: "heat" }];
  const words = caughtUp(read(answer({ points }), of, "bands"), [
    [at(1), "heat"],
    [at(2), "cool"],
  ]);
  expect(words).toMatchObject({ changes: [{ value: "heat" }, { value: "cool" }] });
});

test("an empty answer is of what its property is", () => {
  expect(read(answer({ points: [] }), of, "switch").kind).toBe("numbers");
  expect(read(answer({ points: [] }), of, "bands").kind).toBe("words");
});

test("what is measured is a line, what is set has steps, words are bands, a structure is not drawn", () => {
  expect(lookOf({ type: "number", readOnly: true })).toBe("line");
  expect(lookOf({ type: "number", readOnly: false })).toBe("steps");
  expect(lookOf({ type: "boolean" })).toBe("switch");
  expect(lookOf({ type: "string", enum: ["a", "b"] })).toBe("bands");
  expect(lookOf({ oneOf: [{ const: "a" }] })).toBe("bands");
  expect(lookOf({ type: "object" })).toBeNull();
});

test("a sparkline reaches from edge to edge", () => {
  const { line } = paths(
    read(answer({ before: { time: "2026-11-20T00:00:00Z", value: 19 } }), of, "line") as Numbers,
    of,
    false,
  );
  expect(line).toMatch(/^M0 /);
  expect(line).toMatch(/L120 [\d.]+$/);
});
