import type { TFunction } from "i18next";
import type { Schema } from "./describe";
import { numberText } from "./describe";

/** What is wrong with a value before it is sent, in a sentence; null when it fits. The server has the last word. */
export function faultOf(schema: Schema, value: unknown, t: TFunction): string | null {
  if (schema.enum && !schema.enum.includes(value)) return t("things:oneOf", { choices: schema.enum.join(", ") });
  if (schema.type === "number" || schema.type === "integer") return numberFault(schema, value, t);
  if (schema.type === "boolean") return typeof value === "boolean" ? null : t("things:needed");
  if (schema.type === "string") return textFault(schema, value, t);
  return value === undefined ? t("things:needed") : null;
}

function numberFault(schema: Schema, value: unknown, t: TFunction): string | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return t("things:number");
  if (schema.type === "integer" && !Number.isInteger(value)) return t("things:whole");
  if (schema.minimum !== undefined && value < schema.minimum)
    return t("things:atLeast", { limit: numberText(schema.minimum, schema) });
  if (schema.maximum !== undefined && value > schema.maximum)
    return t("things:atMost", { limit: numberText(schema.maximum, schema) });
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
