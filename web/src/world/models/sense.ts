import type { Twin } from "../../live/twins";
import type { Schema, Thing } from "../../things/describe";

/** What a model wants to know of a thing, whatever its properties are called. What nobody reported is undefined. */
export interface Sense {
  available?: boolean | undefined;
  on?: boolean | undefined;
  /** 0 to 1. */
  brightness?: number | undefined;
  open?: boolean | undefined;
  occupied?: boolean | undefined;
  mode?: string | undefined;
  /** Watts. */
  power?: number | undefined;
  /** Mbit/s. */
  rate?: number | undefined;
  value?: number | undefined;
  /** Where the value lies in its range, 0 to 1; undefined when the range is not known. */
  share?: number | undefined;
}

type Read = (twin: Twin) => unknown;

/** How each of these is read from a thing's state; made once from its description. */
export type Senses = { [K in keyof Sense]?: (twin: Twin) => Sense[K] };

interface Named {
  name: string;
  schema: Schema;
  read: Read;
}

/** `switched`: the property of the thing's main switch, when it has one. */
export function sensesOf(td: Thing | undefined, switched?: string): Senses {
  const all = Object.entries(td?.properties ?? {}).map(([name, schema]) => ({
    name,
    schema,
    read: (twin: Twin) => twin.properties[name]?.value,
  }));
  const booleans = all.filter(p => p.schema.type === "boolean");
  const numbers = all.filter(p => p.schema.type === "number" || p.schema.type === "integer");
  return {
    ...boolean("on", booleans, /^(on|ligad[oa]|power|switch|state|acesa)$/i, /^(off|desligad[oa])$/i, switched),
    ...boolean("open", booleans, /abert|open/i, /conta[ct]t?o?|fechad|closed/i),
    ...boolean("occupied", booleans, /ocupad|occup|presen|motion|movim/i, /livre|free|vazia|dispon|vacant/i),
    ...brightness(numbers),
    ...scaled("power", numbers, { W: 1, kW: 1000 }),
    ...scaled("rate", numbers, { "bit/s": 1e-6, "kbit/s": 1e-3, "Mbit/s": 1, "Gbit/s": 1000, Mbps: 1, Gbps: 1000 }),
    ...mode(all),
    ...value(numbers),
  };
}

/** What is known of a thing now; nothing of one that never reported. */
export function sense(senses: Senses, twin: Twin | undefined): Sense {
  const known: Record<string, unknown> = { available: twin?.available };
  if (twin) for (const name in senses) known[name] = senses[name as keyof Sense]?.(twin);
  return known;
}

function boolean(as: "on" | "open" | "occupied", all: Named[], yes: RegExp, no: RegExp, name?: string): Senses {
  const found = all.find(p => p.name === name) ?? all.find(p => yes.test(p.name)) ?? all.find(p => no.test(p.name));
  if (!found) return {};
  const turned = found.name !== name && !yes.test(found.name);
  return {
    [as]: (twin: Twin) => {
      const read = found.read(twin);
      return typeof read === "boolean" ? read !== turned : undefined;
    },
  };
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

function brightness(all: Named[]): Senses {
  const found =
    all.find(p => /brilho|bright|dimm|intens/i.test(p.name)) ??
    all.find(p => p.schema.unit === "%" && !p.schema.readOnly);
  if (!found) return {};
  const [low, high] = [found.schema.minimum ?? 0, found.schema.maximum ?? 100];
  return { brightness: twin => shareOf(found.read(twin), low, high) };
}

function scaled(as: "power" | "rate", all: Named[], units: Record<string, number>): Senses {
  const found = all.find(p => units[p.schema.unit ?? ""] !== undefined);
  if (!found) return {};
  const unit = units[found.schema.unit ?? ""] ?? 1;
  return {
    [as]: (twin: Twin) => {
      const read = found.read(twin);
      return isNumber(read) ? read * unit : undefined;
    },
  };
}

function mode(all: Named[]): Senses {
  const found = all.find(
    p => p.schema.type === "string" && (p.schema.enum ?? p.schema.oneOf) && /mod[eo]/i.test(p.name),
  );
  return found ? { mode: twin => (found.read(twin) as string | undefined) ?? undefined } : {};
}

/** What the thing is there to tell: its first number that only reports. */
function value(all: Named[]): Senses {
  const found = all.find(p => p.schema.readOnly) ?? all[0];
  if (!found) return {};
  const { minimum, maximum } = found.schema;
  const read = (twin: Twin) => {
    const it = found.read(twin);
    return isNumber(it) ? it : undefined;
  };
  if (minimum === undefined || maximum === undefined) return { value: read };
  return { value: read, share: twin => shareOf(found.read(twin), minimum, maximum) };
}

function shareOf(value: unknown, low: number, high: number): number | undefined {
  return isNumber(value) && high > low ? Math.min(Math.max((value - low) / (high - low), 0), 1) : undefined;
}
