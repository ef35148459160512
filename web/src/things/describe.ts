import { language, locale } from "../words";

/** A W3C data schema, as far as Gêmeo's descriptions use it. */
export interface Schema {
  title?: string;
  titles?: Record<string, string>;
  description?: string;
  descriptions?: Record<string, string>;
  type?: "boolean" | "integer" | "number" | "string" | "object" | "array" | "null";
  unit?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  enum?: unknown[];
  oneOf?: { const: unknown; title?: string; titles?: Record<string, string> }[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  readOnly?: boolean;
  writeOnly?: boolean;
  default?: unknown;
}

export interface Action {
  title?: string;
  titles?: Record<string, string>;
  description?: string;
  descriptions?: Record<string, string>;
  input?: Schema;
  idempotent?: boolean;
  safe?: boolean;
  /** Which property's report confirms it, and what it then says. */
  "gemeo:confirmedBy"?: { property: string; equals?: unknown; input?: string };
  "gemeo:askFirst"?: boolean;
}

/** A public Thing Description (W3C TD 1.1). */
export interface Thing {
  id: string;
  title?: string;
  titles?: Record<string, string>;
  description?: string;
  descriptions?: Record<string, string>;
  "gemeo:kind"?: string;
  "gemeo:room"?: string;
  properties?: Record<string, Schema>;
  actions?: Record<string, Action>;
  events?: Record<string, { title?: string; titles?: Record<string, string>; data?: Schema }>;
}

type Titled = { title?: string; titles?: Record<string, string> };

function pick(texts: Record<string, string> | undefined): string | undefined {
  if (!texts) return undefined;
  const mine = Object.keys(texts).find(tag => tag.startsWith(language()));
  return mine ? texts[mine] : undefined;
}

export const titleOf = (what: Titled | undefined, otherwise: string): string =>
  pick(what?.titles) ?? what?.title ?? otherwise;

export const descriptionOf = (
  what: { description?: string; descriptions?: Record<string, string> } | undefined,
): string | undefined => pick(what?.descriptions) ?? what?.description;

/** A value as people read it: "23,4 °C", "sim", a choice's title. */
export function valueText(value: unknown, schema?: Schema): string {
  if (value === undefined || value === null) return "–";
  const choice = schema?.oneOf?.find(one => one.const === value);
  if (choice) return titleOf(choice, String(value));
  if (typeof value === "boolean")
    return value ? (language() === "pt" ? "sim" : "yes") : language() === "pt" ? "não" : "no";
  if (typeof value === "number") return numberText(value, schema);
  return typeof value === "string" ? value : JSON.stringify(value);
}

export function numberText(value: number, schema?: Schema): string {
  const digits = schema?.type === "integer" ? 0 : Math.abs(value) >= 100 ? 1 : 2;
  const number = new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
  return schema?.unit ? `${number} ${schema.unit}` : number;
}
