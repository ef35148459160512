import { t } from "i18next";
import type { Command } from "../commands/orders";
import { known } from "../lab/lab";
import type { Entry } from "../live/twins";
import { titleOf, valueText } from "../things/describe";

/** An entry in a few words: "Porta, Aberta: sim". */
export function happenedText(entry: Entry): string {
  const thing = known.getState().things.get(entry.thing);
  const name = titleOf(thing, entry.thing);
  switch (entry.kind) {
    case "availability":
      return `${name} ${t(entry.value === true ? "past:back" : "past:away")}`;
    case "security":
      return `${name}: ${t(`security:incident.${entry.name}`, { defaultValue: t("past:security") })}`;
    case "event":
      return `${name}: ${titleOf(thing?.events?.[entry.name], entry.name)}`;
    case "action":
      return `${name}, ${affordance(entry)}: ${t(`past:order.${(entry.value as Command).state}`)}`;
    default: {
      const schema = thing?.properties?.[entry.name];
      return `${name}, ${titleOf(schema, entry.name)}: ${valueText(entry.value, schema)}`;
    }
  }
}

function affordance(entry: Entry): string {
  const thing = known.getState().things.get(entry.thing);
  return titleOf(thing?.actions?.[entry.name] ?? thing?.properties?.[entry.name], entry.name);
}

/** What people want to find fast. */
export const isBad = (entry: Entry): boolean =>
  entry.kind === "security" ||
  (entry.kind === "availability" && entry.value !== true) ||
  (entry.kind === "action" && ["failed", "expired"].includes((entry.value as Command).state));
