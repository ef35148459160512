import { t } from "i18next";

/** What many of a kind are called; a kind of the lab's own keeps its own word. */
export const kindTitle = (kind: string): string => t(`look:kind.${kind}`, { defaultValue: kind.replaceAll("-", " ") });
