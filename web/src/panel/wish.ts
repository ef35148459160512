import { type Command, type Outcome, placeOf } from "../commands/orders";
import type { Thing } from "../things/describe";

/** What was asked of a property and is not reported yet. */
export interface Wish {
  value: unknown;
  /** An order is under way; otherwise it is what was last confirmed, and the device shows something else. */
  waiting: boolean;
}

export interface Known {
  /** Orders given on this page, by place. */
  outcomes: Record<string, Outcome>;
  /** The thing's commands, newest first, whoever gave them. */
  commands: readonly Command[];
  desired: Record<string, { value: unknown }>;
}

type Asked = Pick<Command, "of" | "name" | "input">;

/** The value that an order gives a property; undefined when it is about something else, or nothing tells. */
export function wished(thing: Thing, property: string, asked: Asked): unknown {
  if (asked.of === "property") return asked.name === property ? asked.input : undefined;
  const by = thing.actions?.[asked.name]?.["gemeo:confirmedBy"];
  if (by?.property !== property) return undefined;
  return by.equals !== undefined ? by.equals : by.input ? memberOf(asked.input, by.input) : asked.input;
}

function memberOf(value: unknown, pointer: string): unknown {
  const members = pointer.split("/").slice(1);
  const plain = (text: string) => text.replaceAll("~1", "/").replaceAll("~0", "~");
  return members.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[plain(name)], value);
}

export function wishOf(thing: Thing, property: string, reported: unknown, known: Known): Wish | null {
  const waiting = given(thing, property, known.outcomes) ?? open(thing, property, known.commands);
  if (waiting !== undefined) return { value: waiting, waiting: true };
  const desired = known.desired[property];
  return desired && desired.value !== reported ? { value: desired.value, waiting: false } : null;
}

function given(thing: Thing, property: string, outcomes: Record<string, Outcome>): unknown {
  const places = [
    { of: "property" as const, name: property },
    ...Object.keys(thing.actions ?? {}).map(name => ({ of: "action" as const, name })),
  ];
  return places
    .map(place => outcomes[placeOf({ thing: thing.id, ...place })])
    .filter(outcome => outcome?.state === "pending")
    .sort((a, b) => (b?.at ?? 0) - (a?.at ?? 0))
    .map(outcome => wished(thing, property, outcome?.order as Asked))
    .find(value => value !== undefined);
}

const open = (thing: Thing, property: string, commands: readonly Command[]): unknown =>
  commands
    .filter(isOpen)
    .map(command => wished(thing, property, command))
    .find(value => value !== undefined);

export const isOpen = (command: Command): boolean =>
  command.state === "pending" || (command.state === "sent" && !command.unconfirmable);
