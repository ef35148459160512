import type { Schema } from "../../things/describe";
import { choicesOf, numberOf } from "../../things/input";

/** What stands in a form's fields, by their place (`/level/high`; "" when there is but one): text, or whether it is ticked. */
export type Draft = Record<string, string | boolean>;

export const isGroup = (schema: Schema): boolean => schema.type === "object" && schema.properties !== undefined;

const isNumber = ({ type }: Schema) => type === "number" || type === "integer";

/** The fields of a value that is known, or of what the schema says to begin with. */
export function draftOf(schema: Schema, value: unknown, at = ""): Draft {
  if (isGroup(schema)) {
    const members = (value ?? {}) as Record<string, unknown>;
    const all = Object.entries(schema.properties ?? {});
    return Object.assign({}, ...all.map(([name, inner]) => draftOf(inner, members[name], `${at}/${name}`)));
  }
  const start = value ?? schema.default;
  const choices = choicesOf(schema);
  if (choices) return { [at]: choices.includes(start) ? String(choices.indexOf(start)) : "" };
  if (schema.type === "boolean") return { [at]: start === true };
  if (start === undefined) return { [at]: "" };
  return { [at]: schema.type === "string" ? String(start) : JSON.stringify(start) };
}

/** The value that the fields make; undefined for what is left empty, NaN for what is no number. */
export function inputOf(schema: Schema, draft: Draft, required = true, at = ""): unknown {
  if (isGroup(schema)) return groupOf(schema, draft, at);
  const held = draft[at] ?? "";
  if (typeof held === "boolean") return held;
  const choices = choicesOf(schema);
  if (choices) return held === "" ? undefined : choices[Number(held)];
  if (schema.type === "string") return held === "" && !required ? undefined : held;
  if (held.trim() === "") return undefined;
  return isNumber(schema) ? numberOf(held) : jsonOf(held);
}

function groupOf(schema: Schema, draft: Draft, at: string): unknown {
  const members = Object.entries(schema.properties ?? {})
    .map(
      ([name, inner]) =>
        [name, inputOf(inner, draft, schema.required?.includes(name) ?? false, `${at}/${name}`)] as const,
    )
    .filter(([, value]) => value !== undefined);
  return members.length === 0 && at !== "" ? undefined : Object.fromEntries(members);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
