/** A text as it is looked for: small letters, no accents ("Lâmpada" is found by "lampada"). */
export const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether every word that is looked for stands in a folded text. */
export const hasWords = (folded: string, wanted: string): boolean =>
  fold(wanted)
    .split(/\s+/)
    .every(word => folded.includes(word));
