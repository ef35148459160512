export interface Bit {
  text: string;
  hit: boolean;
}

const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
/** Shorter words are in every passage. */
const telling = 4;
/** Of a word as much as its other forms have too, and often its sister in the other language: "filtros", "filtro", "filters". */
const stem = (word: string) => word.slice(0, Math.max(telling, Math.floor(word.length * 0.6)));

/** A passage with the words that were asked for told apart, in any of their endings. */
export function bitsOf(passage: string, question: string): Bit[] {
  const stems = (fold(question).match(/[\p{L}\p{N}]+/gu) ?? []).filter(w => w.length >= telling).map(stem);
  return passage
    .split(/([\p{L}\p{N}\p{M}]+)/u)
    .filter(text => text !== "")
    .map(text => ({ text, hit: stems.some(s => fold(text).startsWith(s)) }))
    .reduce<Bit[]>((all, bit) => {
      const last = all.at(-1);
      if (last && last.hit === bit.hit) last.text += bit.text;
      else all.push(bit);
      return all;
    }, []);
}

const longest = 600;

/** As much of a passage as an address should carry, whole words. */
export function quoteOf(passage: string): string {
  if (passage.length <= longest) return passage;
  const cut = passage.slice(0, longest);
  return cut.slice(0, Math.max(cut.lastIndexOf(" "), cut.lastIndexOf("\n"), longest / 2));
}
