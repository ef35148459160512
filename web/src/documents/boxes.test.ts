import { expect, test } from "vitest";
import { joined } from "./boxes";

test("words of one line are marked in one stroke, other lines and columns in their own", () => {
  const word = (left: number, top: number, width = 40) => ({ left, top, width, height: 12 });
  expect(joined([word(10, 100), word(54, 101), word(10, 120), word(300, 120)])).toEqual([
    { left: 10, top: 100, width: 84, height: 13 },
    word(10, 120),
    word(300, 120),
  ]);
});
