import { expect, test } from "vitest";
import { speak } from "../words";
import { axisTexts, momentText, stepText } from "./clock";

const at = (text: string) => Date.parse(text) / 1000;

test("the axis tells the lab's hour, and the day where it turns", () => {
  speak("pt");
  const times = ["2026-11-26T02:00:00Z", "2026-11-26T03:00:00Z", "2026-11-26T04:00:00Z"].map(at);
  expect(axisTexts(times, 3600, "America/Sao_Paulo")).toEqual(["23:00\n25 de nov.", "00:00\n26 de nov.", "01:00"]);
  expect(axisTexts(times, 3600, "UTC")).toEqual(["02:00\n26 de nov.", "03:00", "04:00"]);
});

test("days and months are told without hours", () => {
  speak("en");
  expect(axisTexts([at("2026-11-26T12:00:00Z")], 86_400, "UTC")).toEqual(["26 Nov"]);
  expect(axisTexts([at("2026-11-26T12:00:00Z")], 31 * 86_400, "UTC")).toEqual(["Nov 2026"]);
});

test("a moment is as exact as the view", () => {
  speak("en");
  const time = Date.parse("2026-11-26T12:00:01.234Z");
  expect(momentText(time, 5000, "UTC")).toContain("12:00:01.234");
  expect(momentText(time, 3_600_000, "UTC")).toContain("12:00:01");
});

test("a bucket's length is said in its unit", () => {
  speak("pt");
  expect([0.5, 15, 900, 7200, 86_400].map(stepText)).toEqual(["0,5 s", "15 s", "15 min", "2 h", "1 dia"]);
});
