import { expect, test } from "vitest";
import { refusal } from "./uploads";

test("what the server would refuse is refused before it is sent", () => {
  expect(refusal({ name: "photo.JPG", size: 10 }, null)).toBe("wrong-type");
  expect(refusal({ name: "empty.pdf", size: 0 }, null)).toBe("empty");
  expect(refusal({ name: "big.pdf", size: 11 }, 10)).toBe("too-large");
  expect(refusal({ name: "Manual.PDF", size: 10 }, 10)).toBeNull();
  expect(refusal({ name: "notes.md", size: 10 }, null)).toBeNull();
});
