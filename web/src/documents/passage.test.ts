import { expect, test } from "vitest";
import { bitsOf, quoteOf } from "./passage";

test("the words that were asked for are told apart, whatever their case, accents and endings", () => {
  const bits = bitsOf("Lave o Filtro. A ação é simples.", "filtros e acao");
  expect(bits.filter(b => b.hit).map(b => b.text)).toEqual(["Filtro", "ação"]);
  expect(bits.map(b => b.text).join("")).toBe("Lave o Filtro. A ação é simples.");
});

test("short words of the question mark nothing", () => {
  expect(bitsOf("the end of the day", "of the a")).toEqual([{ text: "the end of the day", hit: false }]);
});

test("a long passage is cut at a word", () => {
  const quote = quoteOf("word ".repeat(300));
  expect(quote.length).toBeLessThanOrEqual(600);
  expect(quote.endsWith("word")).toBe(true);
});
