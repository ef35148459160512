import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

// Which slices each may use, below itself; words and look are everybody's. Nothing below knows a page.
const all = ["words", "look"];
const below: Record<string, string[]> = {
  words: [],
  look: [],
  api: [],
  live: ["api"],
  things: ["api"],
  lab: ["api", "things"],
  commands: ["api", "app", "lab", "live", "things"],
};
const leaves = ["world", "list", "dashboard", "log", "documents", "assistant", "access"];
const src = import.meta.dirname;

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
  f => /\.tsx?$/.test(f) && !f.includes(".test."),
);
const sliceOf = (file: string) => file.split(/[\\/]/)[0] as string;
const uses = files.flatMap(file =>
  [...readFileSync(join(src, file), "utf8").matchAll(/from "(\.[^"]+)"|import\("(\.[^"]+)"\)/g)].map(found => ({
    file,
    slice: sliceOf(file),
    used: sliceOf(relative(src, join(src, file, "..", (found[1] ?? found[2]) as string))),
  })),
);

test("arrows point down only", () => {
  expect(
    uses.filter(u => below[u.slice] && u.used !== u.slice && ![...all, ...(below[u.slice] ?? [])].includes(u.used)),
  ).toEqual([]);
});

test("pages do not know each other", () => {
  expect(
    uses.filter(u => leaves.includes(u.used) && u.used !== u.slice && u.slice !== "app" && u.slice !== "people"),
  ).toEqual([]);
});

test("no file outgrows its room", () => {
  const lines = (file: string) => readFileSync(join(src, file), "utf8").split("\n").length;
  expect(files.filter(file => file !== "api/schema.d.ts" && lines(file) > 300)).toEqual([]);
});
