import { expect, test } from "vitest";
import { instantOf, wallOf } from "./zone";

const at = (iso: string) => Date.parse(iso);

test("the wall clock is the lab's, not the reader's", () => {
  expect(wallOf(at("2026-11-26T13:05:09Z"), "America/Sao_Paulo")).toBe("2026-11-26T10:05:09");
  expect(wallOf(at("2026-11-26T03:00:00Z"), "America/Sao_Paulo")).toBe("2026-11-26T00:00:00");
});

test("what is read off the wall comes back to the same second", () => {
  for (const zone of ["America/Sao_Paulo", "Europe/Lisbon", "Asia/Kathmandu", "Pacific/Apia", "UTC"])
    for (let n = 0; n < 400; n++) {
      const then = at("2026-01-01T00:00:00Z") + n * 80_123_000;
      const back = instantOf(wallOf(then, zone), zone) as number;
      // An hour that comes twice cannot tell which of the two it was.
      expect([then, then - 3_600_000]).toContain(back);
    }
});

test("of an hour that comes twice the first is taken, and one that never comes is put beside it", () => {
  expect(instantOf("2026-10-25T01:30:00", "Europe/Lisbon")).toBe(at("2026-10-25T00:30:00Z"));
  expect(instantOf("2026-03-29T01:30:00", "Europe/Lisbon")).toBe(at("2026-03-29T01:30:00Z"));
});

test("what is no time is no instant", () => {
  expect(instantOf("", "UTC")).toBeNull();
  expect(instantOf("ontem", "UTC")).toBeNull();
});
