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
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return `hsl(${Math.round((hash % 17) * (360 / 17))}, ${55 + (hash % 3) * 8}%, ${44 + (hash % 2) * 8}%)`;
}
