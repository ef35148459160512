import { expect, test } from "vitest";
import { find } from "./match";

const shown = (quote: string, items: string[]) =>
  find(quote, items)?.pieces.map(p => items[p.item]?.slice(p.from, p.to));

test("a quote is found across items, spaces and line ends", () => {
  const items = ["Before. Wash the two ", "filters every", "  three weeks", " during term. After."];
  expect(shown("Wash the two filters\nevery three  weeks during term.", items)).toEqual([
    "Wash the two",
    "filters every",
    "three weeks",
    "during term",
  ]);
});

test("words that were hyphenated at a line's end, soft hyphens and ligatures are the same words", () => {
  expect(
    find("a transmissão oficial do efluente", ["a transmis-", "são o\uFB01cial do e\uFB02u\u00ADente"]),
  ).toMatchObject({
    whole: true,
    pieces: [
      { item: 0, from: 0, to: 10 },
      { item: 1, from: 0, to: 22 },
    ],
  });
});

test("accents may be composed or not, and quotation marks of any kind", () => {
  expect(find("“não” à ação", ['"na\u0303o" a\u0300 ac\u0327a\u0303o'])?.whole).toBe(true);
});

test("when the page has only a part, the part is marked and it is said not to be whole", () => {
  const page = ["The radio transmits from the mast of the room. Nothing else stands here."];
  const found = find("The radio transmits from the mast of another building, on weekdays only.", page);
  expect(found?.whole).toBe(false);
  expect(shown("The radio transmits from the mast of another building, on weekdays only.", page)).toEqual([
    "The radio transmits from the mast of",
  ]);
});

test("a page's footer in the midst of a quote does not make it a part", () => {
  const first = "Switch the unit off before the cover is taken away from the wall, ";
  const second = "and wait for two minutes until the fan stands still.";
  expect(find(first + second, [first, "Laboratory · Page 3 of 4 ", second])?.whole).toBe(true);
  expect(shown(first + second, [first, "Laboratory · Page 3 of 4 ", second])).toEqual([
    first.slice(0, -2),
    second.slice(0, -1),
  ]);
});

test("what is not there is not found, and neither is a quote without a letter", () => {
  expect(find("something quite different", ["Wash the two filters."])).toBeNull();
  expect(find("— …", ["— …"])).toBeNull();
});

test("a long page is searched in a blink", () => {
  const page = Array.from({ length: 5000 }, (_, n) => `line ${n} of a very long page without an end `);
  const begun = performance.now();
  expect(find("line 4711 of a very long page without an end line 4712 of a quite short one", page)?.whole).toBe(false);
  expect(performance.now() - begun).toBeLessThan(5_000);
});
