import { kindOf, roomOf, roomTitle } from "../lab/rooms";
import { kindTitle } from "../look/kinds";
import { type Schema, type Thing, titleOf } from "../things/describe";
import { fold, hasWords } from "../words/fold";

export interface Wanted {
  words: string;
  room: string | null;
  kind: string | null;
}

/** All words by which a thing may be looked for, folded. */
export function wordsOf(thing: Thing): string {
  const named = [...Object.entries(thing.properties ?? {}), ...Object.entries(thing.actions ?? {})];
  const texts = [
    ...Object.values(thing.titles ?? {}),
    thing.title ?? "",
    thing.id,
    kindOf(thing),
    kindTitle(kindOf(thing)),
    roomTitle(roomOf(thing)) ?? "",
    ...named.map(([name, what]) => titleOf(what, name)),
  ];
  return fold(texts.join(" "));
}

export const fits = (thing: Thing, words: string, wanted: Wanted): boolean =>
  (wanted.room === null || roomOf(thing) === wanted.room) &&
  (wanted.kind === null || kindOf(thing) === wanted.kind) &&
  hasWords(words, wanted.words);

const most = 3;

/** What a row shows of a thing beside its switch: what it measures before what can be set. */
export function mainValues(thing: Thing, without: string | undefined): [string, Schema][] {
  return Object.entries(thing.properties ?? {})
    .filter(([name, schema]) => name !== without && schema.type !== "object" && schema.type !== "array")
    .sort(([, a], [, b]) => Number(b.readOnly ?? false) - Number(a.readOnly ?? false))
    .slice(0, most);
}
