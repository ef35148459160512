import { t } from "i18next";
import { create } from "zustand";
import { send } from "../api/client";
import { Problem } from "../api/problem";
import { toast } from "../app/toasts";
import { known } from "../lab/lab";
import { live } from "../live/link";
import { titleOf } from "../things/describe";

/** A command as the server tells of it (GET /commands/{id}). */
export interface Command {
  id: string;
  thing: string;
  of: "action" | "property";
  name: string;
  input?: unknown;
  state: "pending" | "sent" | "confirmed" | "failed" | "expired";
  already: boolean;
  unconfirmable: boolean;
  created: string;
  sent?: string;
  ended?: string;
  deadline?: string;
  /** It waits for the device to come back until then. */
  queuedUntil?: string;
  timeout: number;
  by?: string;
  reason?: string;
}

export interface Order {
  thing: string;
  of: "action" | "property";
  name: string;
  input?: unknown;
}

/** How an order given on this page goes. `failed` stays until the next order to the same place, or `forget`. */
export interface Outcome {
  order: Order;
  state: "pending" | "confirmed" | "sent" | "failed";
  /** Why it failed, for the person. */
  why?: string;
  /** What exactly was wrong, as the server says it. */
  detail?: string;
  code?: string;
  at: number;
}

export const placeOf = (order: Pick<Order, "thing" | "of" | "name">) => `${order.thing}/${order.of}/${order.name}`;

/** The newest order of each place, and of each thing. */
export const outcomes = create<{ byPlace: Record<string, Outcome>; byThing: Record<string, Outcome> }>(() => ({
  byPlace: {},
  byThing: {},
}));

function note(outcome: Outcome) {
  outcomes.setState(s => ({
    byPlace: { ...s.byPlace, [placeOf(outcome.order)]: outcome },
    byThing: { ...s.byThing, [outcome.order.thing]: outcome },
  }));
}

/** The outcome is passed over from now on: it was seen. */
export function forget(thing: string) {
  outcomes.setState(s => {
    const { [thing]: _, ...byThing } = s.byThing;
    return { byThing };
  });
}

/** The same of one place. */
export function forgetPlace(place: string) {
  outcomes.setState(s => {
    const { [place]: _, ...byPlace } = s.byPlace;
    return { byPlace };
  });
}

/** Gives an order and waits for what the device says of it. Never throws: the outcome says how it went. */
export async function give(order: Order, quiet = false): Promise<Outcome> {
  const begun: Outcome = { order, state: "pending", at: Date.now() };
  note(begun);
  const outcome = { ...begun, ...(await carry(order)), at: Date.now() };
  note(outcome);
  if (outcome.state === "failed" && !quiet) toast({ tone: "bad", text: `${nameOf(order)}: ${outcome.why}` });
  return outcome;
}

async function carry(order: Order): Promise<Pick<Outcome, "state" | "why" | "detail" | "code">> {
  const at = `/things/${encodeURIComponent(order.thing)}`;
  const name = encodeURIComponent(order.name);
  try {
    const command =
      order.of === "action"
        ? await send<Command>("POST", `${at}/actions/${name}`, order.input)
        : await send<Command>("PUT", `${at}/properties/${name}`, order.input);
    return { state: command?.state === "confirmed" ? "confirmed" : "sent" };
  } catch (why) {
    if (why instanceof Problem)
      return { state: "failed", why: why.message, code: why.code, ...(why.detail && { detail: why.detail }) };
    return { state: "failed", why: String(why), code: "unknown" };
  }
}

export function nameOf(order: Order): string {
  const thing = known.getState().things.get(order.thing);
  const affordance = order.of === "action" ? thing?.actions?.[order.name] : thing?.properties?.[order.name];
  return `${titleOf(thing, order.thing)}, ${titleOf(affordance, order.name).toLowerCase()}`;
}

/** Orders given together, with one undo for all that they changed. */
export async function giveAll(orders: Order[], said: string): Promise<Outcome[]> {
  const before = orders.map(order => ({ order, back: backOf(order) }));
  const outcomesOfAll = await Promise.all(orders.map(order => give(order, true)));
  const failed = outcomesOfAll.filter(o => o.state === "failed");
  const undo = before.filter((b, n) => b.back && outcomesOfAll[n]?.state !== "failed").map(b => b.back as Order);
  toast({
    tone: failed.length > 0 ? "bad" : "good",
    text:
      failed.length > 0
        ? t("commands:someFailed", { said, failed: failed.map(f => nameOf(f.order)).join("; ") })
        : said,
    ...(undo.length > 0 && {
      action: { label: t("commands:undo"), run: () => void giveAll(undo, t("commands:undone")) },
    }),
  });
  return outcomesOfAll;
}

/** The write or action that brings back what an order is about to change; null when nothing does, or nothing changes. */
export function backOf(order: Order): Order | null {
  const [property, value] = order.of === "property" ? [order.name, order.input] : (changedBy(order) ?? [null, null]);
  if (property === null) return null;
  const reported = live.get(order.thing)?.properties[property];
  const schema = known.getState().things.get(order.thing)?.properties?.[property];
  if (!reported || reported.value === value || !schema) return null;
  if (!schema.readOnly) return { thing: order.thing, of: "property", name: property, input: reported.value };
  const back = Object.entries(known.getState().things.get(order.thing)?.actions ?? {}).find(
    ([, a]) =>
      !a.input && a["gemeo:confirmedBy"]?.property === property && a["gemeo:confirmedBy"].equals === reported.value,
  );
  return back ? { thing: order.thing, of: "action", name: back[0] } : null;
}

/** The property and value that confirm an action; null when nothing does. */
function changedBy(order: Order): [string, unknown] | null {
  const by = known.getState().things.get(order.thing)?.actions?.[order.name]?.["gemeo:confirmedBy"];
  if (!by) return null;
  return [by.property, by.equals ?? order.input];
}

export interface Switch {
  property: string;
  on?: string;
  off?: string;
}

/** A thing's main switch: the boolean that a pair of its actions turns over, or else its first one that can be written. */
export function switchOf(thing: string): Switch | null {
  const td = known.getState().things.get(thing);
  const turns = Object.entries(td?.actions ?? {}).filter(
    ([, a]) => !a.input && typeof a["gemeo:confirmedBy"]?.equals === "boolean",
  );
  for (const [off, action] of turns) {
    const by = action["gemeo:confirmedBy"];
    if (by?.equals !== false) continue;
    const on = turns.find(
      ([, a]) => a["gemeo:confirmedBy"]?.property === by.property && a["gemeo:confirmedBy"].equals === true,
    );
    if (on) return { property: by.property, on: on[0], off };
  }
  const written = Object.entries(td?.properties ?? {}).find(([, p]) => p.type === "boolean" && !p.readOnly);
  return written ? { property: written[0] } : null;
}

/** The order that turns a thing's switch over: what a click on it means; null when it has none. */
export function flip(thing: string): Order | null {
  const it = switchOf(thing);
  if (!it) return null;
  return turn(thing, live.get(thing)?.properties[it.property]?.value !== true);
}

export function turn(thing: string, on: boolean): Order | null {
  const it = switchOf(thing);
  if (!it) return null;
  const action = on ? it.on : it.off;
  return action ? { thing, of: "action", name: action } : { thing, of: "property", name: it.property, input: on };
}
