import type { TFunction } from "i18next";
import type { Schema } from "./describe";
import { numberText, valueText } from "./describe";

/** What is wrong with a value before it is sent, in a sentence; null when it fits. The server has the last word. */
export function faultOf(schema: Schema, value: unknown, t: TFunction): string | null {
  const choices = choicesOf(schema);
  if (choices && !choices.includes(value))
    return t(value === undefined ? "things:needed" : "things:oneOf", {
      choices: choices.map(one => valueText(one, schema)).join(", "),
    });
  if (schema.type === "number" || schema.type === "integer") return numberFault(schema, value, t);
  if (schema.type === "boolean") return typeof value === "boolean" ? null : t("things:needed");
  if (schema.type === "string") return textFault(schema, value, t);
  if (schema.type === "object") return Object.values(faultsOf(schema, value, t))[0] ?? null;
  return value === undefined ? t("things:needed") : null;
}

/** A number as people type it, with comma or point; NaN for what is none. */
export function numberOf(text: string): number {
  const plain = text.trim().replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}

/** How far one step goes: as described, or about a hundredth of the range. */
export function stepOf({ type, multipleOf, minimum, maximum }: Schema): number {
  if (multipleOf) return multipleOf;
  if (type === "integer" || minimum === undefined || maximum === undefined) return 1;
  return 10 ** Math.floor(Math.log10((maximum - minimum) / 100) + 1e-9);
}

/** "de 0 a 100 %, em passos de 5"; "" when anything goes. */
export function limitsText(schema: Schema, t: TFunction): string {
  const { minimum, maximum, multipleOf, unit, ...bare } = schema;
  const range =
    minimum !== undefined && maximum !== undefined
      ? t("things:between", { least: numberText(minimum, bare), most: numberText(maximum, schema) })
      : minimum !== undefined
        ? t("things:atLeast", { limit: numberText(minimum, schema) })
        : maximum !== undefined
          ? t("things:atMost", { limit: numberText(maximum, schema) })
          : (unit ?? "");
  const steps = multipleOf && multipleOf !== 1 ? t("things:steps", { step: numberText(multipleOf, bare) }) : "";
  return [range, steps].filter(Boolean).join(", ");
}

/** What may be chosen; null when it is not a choice. */
export const choicesOf = (schema: Schema): unknown[] | null =>
  schema.enum ?? (schema.oneOf?.every(one => "const" in one) ? schema.oneOf.map(one => one.const) : null);

/** The faults of a value by the place of the field, `/level/high`; of what is no structure, at "". */
export function faultsOf(schema: Schema, value: unknown, t: TFunction, at = ""): Record<string, string> {
  if (schema.type !== "object" || !schema.properties) {
    const fault = faultOf(schema, value, t);
    return fault ? { [at]: fault } : {};
  }
  const members = (value ?? {}) as Record<string, unknown>;
  const faults = Object.entries(schema.properties)
    // What may be left out and was left out is no fault.
    .filter(([name]) => members[name] !== undefined || schema.required?.includes(name))
    .map(([name, inner]) => faultsOf(inner, members[name], t, `${at}/${name}`));
  return Object.assign({}, ...faults);
}

function numberFault(schema: Schema, value: unknown, t: TFunction): string | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return t("things:number");
  if (schema.type === "integer" && !Number.isInteger(value)) return t("things:whole");
  if (schema.minimum !== undefined && value < schema.minimum)
    return t("things:atLeast", { limit: numberText(schema.minimum, schema) });
  if (schema.maximum !== undefined && value > schema.maximum)
    return t("things:atMost", { limit: numberText(schema.maximum, schema) });
  if (schema.exclusiveMinimum !== undefined && value <= schema.exclusiveMinimum)
    return t("things:moreThan", { limit: numberText(schema.exclusiveMinimum, schema) });
  if (schema.exclusiveMaximum !== undefined && value >= schema.exclusiveMaximum)
    return t("things:lessThan", { limit: numberText(schema.exclusiveMaximum, schema) });
  const steps = schema.multipleOf ? value / schema.multipleOf : 0;
  return Math.abs(steps - Math.round(steps)) > 1e-9
    ? t("things:steps", { step: numberText(schema.multipleOf ?? 0, schema) })
    : null;
}

function textFault(schema: Schema, value: unknown, t: TFunction): string | null {
  if (typeof value !== "string" || value.length < (schema.minLength ?? 0)) return t("things:needed");
  if (schema.maxLength !== undefined && value.length > schema.maxLength)
    return t("things:shorter", { limit: String(schema.maxLength) });
  return schema.pattern && !new RegExp(schema.pattern).test(value) ? t("things:pattern") : null;
}
