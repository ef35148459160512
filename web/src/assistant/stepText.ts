import { type Thing, titleOf, valueText } from "../things/describe";
import type { Step } from "./turns";

/** "Ligar", "Temperatura desejada: 22 °C", "Brilho −10": what is done to a thing, by its own names. */
export function stepText(step: Step, thing: Thing | undefined): string {
  const action = step.action ? thing?.actions?.[step.action] : undefined;
  const property = step.property ? thing?.properties?.[step.property] : undefined;
  const name = titleOf(action ?? property, step.action ?? step.property ?? "");
  if (step.delta !== undefined) return `${name} ${step.delta < 0 ? "−" : "+"}${Math.abs(step.delta)}`;
  if (step.input === undefined) return name;
  return `${name}: ${valueText(step.input, action?.input ?? property)}`;
}
