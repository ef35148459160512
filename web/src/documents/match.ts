/** A stretch of one text item (as pdf.js gives them) that belongs to the quote. */
export interface Piece {
  item: number;
  from: number;
  to: number;
}

/** `whole`: all of the quote, or all but so little of it that nobody misses it. */
export interface Found {
  pieces: Piece[];
  whole: boolean;
}

interface Folded {
  text: string;
  item: number[];
  from: number[];
  to: number[];
}

const kept = /[\p{L}\p{N}]/u;
/** Shorter runs are chance; what a page must share with a quote to be called a part of it. */
const seed = 12;
const nearlyAll = 0.9;

/**
 * Where a quote stands in a page's text. Only letters and digits are compared, without case and accents, so that spaces, line ends,
 * hyphens at them, ligatures and kinds of quotation marks make no difference. Not found whole, its longest runs are.
 */
export function find(quote: string, items: string[]): Found | null {
  const wanted = fold([quote]).text;
  const page = fold(items);
  if (wanted === "") return null;
  const at = page.text.indexOf(wanted);
  if (at >= 0) return { pieces: piecesOf(page, [{ page: at, length: wanted.length }]), whole: true };
  const runs = runsOf(wanted, page.text);
  if (runs.length === 0) return null;
  const covered = runs.reduce((sum, run) => sum + run.length, 0);
  return { pieces: piecesOf(page, runs), whole: covered >= wanted.length * nearlyAll };
}

function fold(items: string[]): Folded {
  const folded: Folded = { text: "", item: [], from: [], to: [] };
  const letters: string[] = [];
  items.forEach((text, item) => {
    for (let at = 0; at < text.length; ) {
      const letter = String.fromCodePoint(text.codePointAt(at) as number);
      for (const plain of letter.normalize("NFKD").toLowerCase())
        if (kept.test(plain))
          for (const unit of plain.split("")) {
            letters.push(unit);
            folded.item.push(item);
            folded.from.push(at);
            folded.to.push(at + letter.length);
          }
      at += letter.length;
    }
  });
  folded.text = letters.join("");
  return folded;
}

interface Run {
  page: number;
  quote: number;
  length: number;
}

// The longest common runs, of which none covers what another does; those far from the longest are something else on the page.
function runsOf(quote: string, page: string): Run[] {
  const taken: Run[] = [];
  const all = commonRuns(quote, page).sort((a, b) => b.length - a.length);
  const anchor = all[0];
  for (const run of all) {
    const near = anchor !== undefined && Math.abs(run.page - anchor.page) <= quote.length * 2;
    if (near && taken.every(t => apart(run.quote, t.quote, run, t) && apart(run.page, t.page, run, t))) taken.push(run);
  }
  return taken.sort((a, b) => a.page - b.page);
}

const apart = (a: number, b: number, run: Run, other: Run) => a + run.length <= b || b + other.length <= a;

function commonRuns(quote: string, page: string): Run[] {
  const places = new Map<string, number[]>();
  for (let at = 0; at + seed <= quote.length; at++) {
    const gram = quote.slice(at, at + seed);
    places.set(gram, [...(places.get(gram) ?? []), at]);
  }
  const runs: Run[] = [];
  // How far each diagonal was followed already.
  const done = new Map<number, number>();
  for (let at = 0; at + seed <= page.length; at++) {
    for (const from of places.get(page.slice(at, at + seed)) ?? []) {
      if ((done.get(at - from) ?? 0) > at) continue;
      let length = seed;
      while (from + length < quote.length && quote[from + length] === page[at + length]) length++;
      done.set(at - from, at + length);
      runs.push({ page: at, quote: from, length });
    }
  }
  return runs;
}

function piecesOf(page: Folded, runs: Pick<Run, "page" | "length">[]): Piece[] {
  const pieces: Piece[] = [];
  for (const run of runs) {
    for (let n = run.page; n < run.page + run.length; n++) {
      const [item, from, to] = [page.item[n], page.from[n], page.to[n]] as [number, number, number];
      const last = pieces.at(-1);
      if (last?.item === item && n > run.page) last.to = to;
      else pieces.push({ item, from, to });
    }
  }
  return pieces;
}
