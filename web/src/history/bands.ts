import type { Schema } from "../things/describe";
import type { Words } from "./series";

const hues = [187, 40, 262, 130, 340, 215, 15, 90];

/** A colour for each word, apart from each other; what is written on them is dark in both themes. */
export const hueOf = (n: number) => `hsl(${hues[n % hues.length]} 62% 80%)`;

/** Each word once, in the order of the schema, then of their coming: its place says its colour. */
export function wordsOf({ changes }: Words, schema: Schema | undefined): unknown[] {
  const offered = schema?.enum ?? schema?.oneOf?.map(one => one.const) ?? [];
  return [...new Set([...offered, ...changes.map(c => c.value)])];
}
