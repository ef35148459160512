import type { Citation } from "./turns";

export type Bit = { text: string; cited?: never } | { text: string; cited: Citation };

/** The words of an answer, with each mark [n] that stands for a citation. A number cited again stands for its next quote. */
export function bitsOf(text: string, citations: Citation[]): Bit[] {
  const used = new Map<number, number>();
  return text.split(/(\[\d{1,3}\])/).flatMap((piece): Bit[] => {
    if (piece === "") return [];
    const number = /^\[(\d+)\]$/.exec(piece)?.[1];
    const quotes = number === undefined ? [] : citations.filter(c => c.number === Number(number));
    if (quotes.length === 0) return [{ text: piece }];
    const seen = used.get(Number(number)) ?? 0;
    used.set(Number(number), seen + 1);
    return [{ text: piece, cited: quotes[Math.min(seen, quotes.length - 1)] as Citation }];
  });
}
