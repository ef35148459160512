import { expect, test } from "vitest";
import { densityOf, stepOf, viewOf, zoomFor, zooms } from "./view";

const now = Date.parse("2026-11-26T12:00:00Z");
const oldest = now - 30 * zooms.day;

test("the last hour ends now", () => {
  expect(viewOf("hour", now - 60_000, oldest, now)).toEqual({ from: now - zooms.hour, to: now });
});

test("an instant long ago stands in the middle of its hour", () => {
  const at = now - 5 * zooms.day;
  expect(viewOf("hour", at, oldest, now)).toEqual({ from: at - zooms.hour / 2, to: at + zooms.hour / 2 });
});

test("nothing before the oldest and nothing after now is offered", () => {
  expect(viewOf("day", oldest + 1000, oldest, now).from).toBe(oldest);
  expect(viewOf("all", now - 1, oldest, now)).toEqual({ from: oldest, to: now });
  expect(viewOf("week", oldest - 5, oldest, now).from).toBe(oldest);
});

test("a log that has just begun still gives a slider that can be moved", () => {
  expect(viewOf("all", now, now, now)).toEqual({ from: now - 60_000, to: now });
});

test("the zoom is the nearest that shows the instant and now", () => {
  expect(zoomFor(now - 5_000, now)).toBe("hour");
  expect(zoomFor(now - 2 * zooms.hour, now)).toBe("day");
  expect(zoomFor(now - 2 * zooms.day, now)).toBe("week");
  expect(zoomFor(now - 20 * zooms.day, now)).toBe("all");
});

test("an arrow key crosses the view in some hundred presses", () => {
  for (const span of [60_000, zooms.hour, zooms.day, zooms.week, 40 * zooms.day])
    expect(span / stepOf({ from: 0, to: span })).toBeLessThanOrEqual(960);
  expect(stepOf({ from: 0, to: zooms.hour })).toBe(5_000);
});

test("what happened is counted where it happened, the edges too", () => {
  expect(densityOf([0, 1, 50, 100, 101, -1], { from: 0, to: 100 }, 4)).toEqual([2, 0, 1, 1]);
});
