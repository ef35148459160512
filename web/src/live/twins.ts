import type { components } from "../api/schema";

/** What the log tells, entry by entry (docs/live.md). */
export type Entry = components["schemas"]["Entry"];

export type Reported = components["schemas"]["Reported"];

export interface Twin {
  version: number;
  available?: boolean;
  /** Since when it is there, or gone. */
  since?: string;
  properties: Record<string, Reported>;
  desired: Record<string, { value: unknown }>;
}

export type States = Record<string, Partial<Omit<Twin, "version">> & { version: number }>;

/**
 * The lab as known now, or (another one of these) as it was. Entries are taken in at once and told once for each frame, so that
 * thousands of changes a second cost a screen no more than one drawing.
 */
export class Twins {
  readonly #twins = new Map<string, Twin>();
  readonly #revisions = new Map<string, number>();
  readonly #ofThing = new Map<string, Set<() => void>>();
  readonly #ofAll = new Set<(changed: ReadonlySet<string>) => void>();
  #dirty = new Set<string>();
  #scheduled = false;
  #revision = 0;

  constructor(readonly schedule: (flush: () => void) => void = nextFrame) {}

  get(thing: string): Twin | undefined {
    return this.#twins.get(thing);
  }

  get ids(): Iterable<string> {
    return this.#twins.keys();
  }

  /** Grows with each telling that touched the thing; what React compares. */
  revision(thing?: string): number {
    return thing === undefined ? this.#revision : (this.#revisions.get(thing) ?? 0);
  }

  reset(states: States) {
    for (const id of this.#twins.keys()) this.#soil(id);
    this.#twins.clear();
    for (const [id, state] of Object.entries(states)) {
      this.#twins.set(id, { properties: {}, desired: {}, ...state });
      this.#soil(id);
    }
  }

  /** Takes an entry in; false for one that was seen before. */
  take(entry: Entry): boolean {
    const twin = this.#twins.get(entry.thing) ?? { version: 0, properties: {}, desired: {} };
    if (twin.version === 0) this.#twins.set(entry.thing, twin);
    if (entry.version <= twin.version) return false;
    twin.version = entry.version;
    if (entry.kind === "property") {
      twin.properties[entry.name] = entry.deviceTime
        ? { value: entry.value, time: entry.time, deviceTime: entry.deviceTime }
        : { value: entry.value, time: entry.time };
    } else if (entry.kind === "availability") {
      twin.available = entry.value === true;
      twin.since = entry.time;
    } else return true;
    this.#soil(entry.thing);
    return true;
  }

  onThing(thing: string, listener: () => void): () => void {
    const set = this.#ofThing.get(thing) ?? new Set();
    this.#ofThing.set(thing, set.add(listener));
    return () => void set.delete(listener);
  }

  /** Called once for each frame in which something changed, with the ids. */
  onChange(listener: (changed: ReadonlySet<string>) => void): () => void {
    this.#ofAll.add(listener);
    return () => void this.#ofAll.delete(listener);
  }

  #soil(thing: string) {
    this.#dirty.add(thing);
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.schedule(() => this.#flush());
  }

  #flush() {
    const dirty = this.#dirty;
    this.#scheduled = false;
    this.#dirty = new Set();
    this.#revision++;
    for (const thing of dirty) {
      this.#revisions.set(thing, this.revision(thing) + 1);
      this.#ofThing.get(thing)?.forEach(listener => {
        listener();
      });
    }
    for (const listener of this.#ofAll) listener(dirty);
  }
}

// A page in the background gets no frames; it still must not fall behind.
function nextFrame(flush: () => void) {
  if (document.hidden) setTimeout(flush, 250);
  else requestAnimationFrame(flush);
}
