import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export type Language = "pt" | "en";
type Tree = { [word: string]: string | Tree };
export type Words = Record<Language, Tree>;

const Name = "gemeo.language";
// Each slice brings its own words: src/<slice>/words.ts
const slices = import.meta.glob<{ default: Words }>("../*/words.ts", { eager: true });
const resources: Record<Language, Record<string, Tree>> = { pt: {}, en: {} };
for (const [path, { default: words }] of Object.entries(slices)) {
  const slice = path.split("/")[1] as string;
  resources.pt[slice] = words.pt;
  resources.en[slice] = words.en;
}

function wanted(): Language {
  const kept = localStorage.getItem(Name);
  if (kept === "pt" || kept === "en") return kept;
  return (navigator.languages ?? [navigator.language]).some(l => l.startsWith("pt")) ? "pt" : "en";
}

export const language = (): Language => (i18next.language === "en" ? "en" : "pt");
/** For Intl: numbers and times as people of the language write them. */
export const locale = () => (language() === "pt" ? "pt-BR" : "en-GB");

export function speak(next: Language) {
  localStorage.setItem(Name, next);
  document.documentElement.lang = next === "pt" ? "pt-BR" : "en";
  void i18next.changeLanguage(next);
}

void i18next
  .use(initReactI18next)
  .init({ lng: wanted(), fallbackLng: "pt", resources, interpolation: { escapeValue: false }, initAsync: false });
document.documentElement.lang = language() === "pt" ? "pt-BR" : "en";

export { resources };
