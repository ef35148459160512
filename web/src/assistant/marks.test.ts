import { expect, test } from "vitest";
import { bitsOf } from "./marks";

const cite = (number: number, quote: string) => ({ number, document: "d", name: "n.pdf", page: 1, quote });

test("marks stand for their citations, and a number cited twice for one quote after the other", () => {
  const bits = bitsOf("a [1] b [2] c [1]", [cite(1, "one"), cite(2, "two"), cite(1, "again")]);
  expect(bits.map(b => b.cited?.quote ?? b.text)).toEqual(["a ", "one", " b ", "two", " c ", "again"]);
});

test("a mark that nothing was cited for stays text, as while the answer comes", () => {
  expect(bitsOf("see [3]", [])).toEqual([{ text: "see " }, { text: "[3]" }]);
});
