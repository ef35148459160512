import { expect, test } from "vitest";
import { marked, pan, readRange, shownOf, spans, writeRange, zoom } from "./range";

const end = Date.parse("2026-11-26T12:00:00Z");
const hour = shownOf("hour", end);

test("the address says a span that ends now, or two instants, and is understood again", () => {
  for (const range of ["day", { from: end - 5000, to: end }] as const) {
    const { from, to } = writeRange(range);
    expect(readRange(from, to)).toEqual(range);
  }
});

test("an address that makes no sense shows the last hour", () => {
  expect(readRange("yesterday", null)).toBe("hour");
  expect(readRange("2026-11-26T12:00:00Z", "2026-11-26T11:00:00Z")).toBe("hour");
});

test("zooming keeps the instant under the hand where it is", () => {
  const about = hour.from + (hour.to - hour.from) * 0.25;
  const near = zoom(hour, 0.5, about, end);
  expect(near.to - near.from).toBe(spans.hour / 2);
  expect((about - near.from) / (near.to - near.from)).toBeCloseTo(0.25);
});

test("nothing beyond the end is shown, however one moves", () => {
  expect(pan(hour, 0.5, end)).toEqual(hour);
  expect(zoom(hour, 4, hour.from, end).to).toBe(end);
  expect(shownOf({ from: end, to: end + 1000 }, end)).toEqual({ from: end - 1000, to: end });
});

test("one second is the nearest", () => {
  const near = zoom(hour, 1e-9, end, end);
  expect(near.to - near.from).toBe(1000);
});

test("a twitch of the hand marks nothing, and backwards is as good as forwards", () => {
  expect(marked(1000, 1400)).toBeNull();
  expect(marked(9000, 2000)).toEqual({ from: 2000, to: 9000 });
});
