import { expect, test } from "vitest";
import { speak } from "../words";
import { ageText, lengthText, nextTick } from "./age";

speak("pt");

const now = Date.parse("2026-11-26T12:00:00Z");

test("an age is said in the largest unit that it fills", () => {
  expect(ageText(now - 300, now)).toBe("agora");
  expect(ageText(now - 59_900, now)).toBe("há 59 segundos");
  expect(ageText(now - 61_000, now)).toBe("há 1 minuto");
  expect(ageText(now - 86_400_000, now)).toBe("ontem");
});

test("a clock that is ahead of this one makes nothing come from the future", () => {
  expect(ageText(now + 5000, now)).toBe("agora");
});

test("the older, the more seldom it ticks", () => {
  expect([5, 300, 90_000].map(s => nextTick(now - s * 1000, now))).toEqual([1000, 15_000, 300_000]);
});

test("a length is short and has its unit", () => {
  expect([45, 1234, 180_000].map(lengthText)).toEqual(["45 ms", "1,2 s", "3 min"]);
});
