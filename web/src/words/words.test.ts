import { expect, test } from "vitest";
import { resources } from ".";

const flat = (tree: object, at = ""): string[] =>
  Object.entries(tree).flatMap(([word, value]) =>
    typeof value === "string" ? `${at}${word}` : flat(value as object, `${at}${word}.`),
  );
const holes = (tree: object): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(tree).map(([word, value]) => [
      word,
      typeof value === "string" ? (value.match(/\{\{\w+\}\}/g) ?? []).sort() : (holes(value) as never),
    ]),
  );

test("every word is there in both languages, with the same holes", () => {
  expect(flat(resources.en).sort()).toEqual(flat(resources.pt).sort());
  expect(holes(resources.en)).toEqual(holes(resources.pt));
});
