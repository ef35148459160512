import { t } from "i18next";
import type { Command } from "../commands/orders";
import type { Entry } from "../live/twins";
import type { IconName } from "../look/Icon";
import { reasonText } from "../security/reason";
import { whoText } from "../security/who";
import { type Thing, titleOf, valueText } from "../things/describe";
import { locale } from "../words";

export interface Sentence {
  who: string;
  what: string;
  tone: "plain" | "good" | "bad" | "wait";
  icon: IconName;
}

/** What is told of who did or tried something: its members depend on which. */
interface Watched {
  topic?: string;
  reason?: string;
  count?: number;
  by?: string;
  address?: string;
  source?: string;
  [member: string]: unknown;
}

/** Done, not tried: who may come in was changed. */
const audited = new Set([
  "signed-in",
  "signed-out",
  "password-changed",
  "account-added",
  "account-changed",
  "account-removed",
  "key-added",
  "key-revoked",
]);

type Said = Omit<Sentence, "who">;

/** An entry of the log as one would tell it. */
export function sentenceOf(entry: Entry, thing: Thing | undefined): Sentence {
  const who = entry.thing === "gemeo" ? t("log:house") : titleOf(thing, entry.thing);
  return { who, ...said[entry.kind](entry, thing) };
}

const said: Record<Entry["kind"], (entry: Entry, thing: Thing | undefined) => Said> = {
  property: (entry, thing) => {
    const schema = thing?.properties?.[entry.name];
    const value = valueText(entry.value, schema);
    const what = t(entry.changed ? "log:reported" : "log:repeated", {
      name: lower(titleOf(schema, entry.name)),
      value,
    });
    return { what, tone: "plain", icon: "log" };
  },
  event: (entry, thing) => {
    const event = thing?.events?.[entry.name];
    const data = entry.value === null || entry.value === undefined ? "" : ` (${valueText(entry.value, event?.data)})`;
    return { what: t("log:event", { name: titleOf(event, entry.name) }) + data, tone: "wait", icon: "play" };
  },
  availability: entry => {
    const here = entry.value === true;
    const what = t(`log:${here ? "back" : "gone"}.${entry.name}`, {
      defaultValue: t(`log:${here ? "back" : "gone"}.any`),
    });
    return { what, tone: here ? "good" : "bad", icon: here ? "check" : "away" };
  },
  security: entry => {
    const of = (entry.value ?? {}) as Watched;
    const times = (of.count ?? 1) > 1 ? ` ${t("log:times", { count: of.count ?? 1 })}` : "";
    if (audited.has(entry.name))
      return {
        what: t(`log:audit.${entry.name}`, { ...of, by: whoText(of.by ?? of.address ?? "?") }) + times,
        tone: "plain",
        icon: "people",
      };
    const what = of.topic
      ? t("log:rejected", { topic: of.topic, why: reasonText(of.reason ?? "") })
      : t("log:watch", {
          what: lower(t(`security:incident.${entry.name}`, { defaultValue: entry.name })),
          source: whoText(of.source ?? of.by ?? of.address ?? "?"),
        });
    return { what: what + times, tone: "bad", icon: "warning" };
  },
  action: (entry, thing) => {
    const command = entry.value as Command;
    const what = t("log:order", { order: orderName(command, thing), end: endOf(command) });
    const failed = command.state === "failed" || command.state === "expired";
    const tone = failed ? "bad" : command.state === "confirmed" ? "good" : "wait";
    return { what, tone, icon: failed ? "warning" : command.state === "confirmed" ? "check" : "send" };
  },
};

function orderName(command: Command, thing: Thing | undefined): string {
  const [schema, input] =
    command.of === "action"
      ? [thing?.actions?.[command.name], thing?.actions?.[command.name]?.input]
      : [thing?.properties?.[command.name], thing?.properties?.[command.name]];
  const name = lower(titleOf(schema, command.name));
  return command.input === undefined || command.input === null ? name : `${name} → ${valueText(command.input, input)}`;
}

function endOf(command: Command): string {
  const by = byText(command.by);
  if (command.state === "pending") return t("log:end.pending", { by });
  if (command.state === "sent") return t(command.unconfirmable ? "log:end.unconfirmable" : "log:end.sent", { by });
  if (command.state === "confirmed")
    return command.already ? t("log:end.already", { by }) : t("log:end.confirmed", { took: tookText(command), by });
  const why = t(`log:why.${command.reason}`, { defaultValue: command.reason ?? "" });
  return t(`log:end.${command.state}`, { why, by });
}

/** Who gave an order: `http:127.0.0.1`, `chat:…`, `mcp:…`, `ws`, `gemeo:reconcile`. */
export function byText(by: string | undefined): string {
  if (!by) return t("log:by.somebody");
  const [way, ...rest] = by.split(":");
  const from = rest.join(":");
  const place = /^(127\.|::1|::ffff:127\.)/.test(from) ? t("log:by.here") : from;
  return t(`log:by.${way}`, { place, defaultValue: by });
}

function tookText(command: Command): string {
  const ms = Date.parse(command.ended ?? "") - Date.parse(command.sent ?? command.created);
  const seconds = new Intl.NumberFormat(locale(), { maximumFractionDigits: ms < 1000 ? 2 : 1 }).format(ms / 1000);
  return `${seconds} s`;
}

// "Ligada" within a sentence is "ligada"; "CO₂" and "5G" stay.
const lower = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text);
