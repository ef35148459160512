import { t } from "i18next";
import { create } from "zustand";

const Kept = "gemeo.name";
export const longest = 40;

interface Named {
  name: string;
  /** Nobody has chosen it: it may be asked for once. */
  given: boolean;
}

/** By what name the others see this person. */
export const myName = create<Named>(() => {
  const kept = localStorage.getItem(Kept);
  return kept
    ? { name: kept, given: false }
    : { name: t("people:visitor", { number: 10 + Math.floor(Math.random() * 90) }), given: true };
});

/** As the server takes it: 1 to 40 characters, none of them a control character; null when nothing is left. */
export function cleaned(text: string): string | null {
  const name = [...text.replace(/\p{Cc}/gu, " ").trim()].slice(0, longest).join("").trim();
  return name === "" ? null : name;
}

export function callMe(text: string) {
  const name = cleaned(text);
  if (!name) return;
  localStorage.setItem(Kept, name);
  myName.setState({ name, given: false });
}

/** Somebody's colour is the same for everybody. */
export function colorOf(name: string): string {
  let hash = 2166136261;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  hash = (hash ^ (hash >>> 13)) >>> 0;
  return `hsl(${Math.round((hash % 18) * 20)}, ${60 + ((hash >>> 8) % 3) * 8}%, ${50 + ((hash >>> 12) % 2) * 8}%)`;
}
