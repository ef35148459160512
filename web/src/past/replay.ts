import type { Entry, States, Twins } from "../live/twins";

/** Where the past comes from. */
export interface Source {
  /** Everything as it was known at an instant (milliseconds since 1970), and the cursor from which the log goes on. */
  stateAt(at: number, signal: AbortSignal): Promise<{ cursor: string; things: States }>;
  /** What changed after a cursor, in the log's order; `next` equals the cursor when there is nothing more yet. */
  after(cursor: string, signal: AbortSignal): Promise<{ items: Entry[]; next: string }>;
}

export type Speed = 0 | 1 | 10 | 100;

export interface Told {
  at: number;
  speed: Speed;
  /** The state of the instant is on its way; what is shown is of another one. */
  loading: boolean;
  /** The clock waits for the log. */
  waiting: boolean;
  /** It was played up to now. */
  ended: boolean;
  fault: unknown;
}

/** A place in the log that was found, and what is known from there on. */
interface Place {
  /** After which nothing was fetched yet. */
  cursor: string;
  queue: Entry[];
  /** The first of the queue that was not taken. */
  next: number;
  /** Up to when the queue holds all that happened. */
  covered: number;
  fetching: boolean;
  emptyAt: number;
}

/** The millisecond at which an entry has happened: never before it, though it is told in microseconds. */
export function timeOf(entry: Pick<Entry, "time">): number {
  const finer = /\.\d{3}(\d+)/.exec(entry.time)?.[1];
  return Date.parse(entry.time) + (finer && Number(finer) > 0 ? 1 : 0);
}

// Real seconds that are kept ready while it plays, and the most entries kept for it.
const ahead = 3;
const most = 20_000;
const patience = 500;
const nearly = 1500;

/**
 * Plays the log against a clock. Entries are taken in the log's order and none twice: a state is put in place together with its cursor,
 * and from there only what comes after it is taken. Whatever was asked for before a new place was sought is dropped when it comes.
 */
export class Replay {
  #base = { at: 0, since: 0, speed: 0 as Speed };
  #place: Place | null = null;
  #asking = new AbortController();
  #settling: ReturnType<typeof setTimeout> | undefined;
  #told: Told = { at: 0, speed: 0, loading: false, waiting: false, ended: false, fault: null };

  constructor(
    readonly source: Source,
    readonly twins: Pick<Twins, "reset" | "take">,
    /** The server's clock. */
    readonly now: () => number,
    readonly tell: (told: Told) => void = () => {},
  ) {}

  get told(): Told {
    return this.#told;
  }

  /** Goes to an instant; `settle` waits so many milliseconds for a better one, while it is dragged. */
  seek(at: number, settle = 0) {
    at = Math.min(at, this.now());
    this.#clock(at, this.#base.speed);
    clearTimeout(this.#settling);
    const place = this.#place;
    if (place && at >= this.#told.at && at <= place.covered && !this.#told.fault) {
      this.#take(at);
      this.#say({ at, ended: false });
      return;
    }
    this.#asking.abort();
    this.#place = null;
    this.#asking = new AbortController();
    this.#say({ at, loading: true, waiting: false, ended: false, fault: null });
    const load = () => void this.#load(at, this.#asking.signal);
    if (settle > 0) this.#settling = setTimeout(load, settle);
    else load();
  }

  play(speed: Speed) {
    this.#clock(this.#told.at, speed);
    this.#say({ speed, waiting: false, ended: false });
  }

  /** To be called for each frame. */
  frame() {
    const place = this.#place;
    const { at: from, since, speed } = this.#base;
    if (!place || speed === 0) return;
    this.#fill();
    const now = this.now();
    const wanted = from + (performance.now() - since) * speed;
    const limit = Math.min(place.covered, now);
    const at = Math.max(this.#told.at, Math.min(wanted, limit));
    this.#take(at);
    if (wanted <= limit) return this.#say({ at, waiting: false });
    const ended = limit >= now - nearly;
    this.#clock(at, ended ? 0 : speed);
    this.#say({ at, waiting: !ended, ended, speed: ended ? 0 : speed });
  }

  stop() {
    clearTimeout(this.#settling);
    this.#asking.abort();
    this.#place = null;
    this.#clock(this.#told.at, 0);
    this.#say({ speed: 0, loading: false, waiting: false });
  }

  #clock(at: number, speed: Speed) {
    this.#base = { at, since: performance.now(), speed };
  }

  #say(change: Partial<Told>) {
    this.#told = { ...this.#told, ...change };
    this.tell(this.#told);
  }

  async #load(at: number, signal: AbortSignal) {
    try {
      const { cursor, things } = await this.source.stateAt(at, signal);
      if (signal.aborted) return;
      this.twins.reset(things);
      this.#place = { cursor, queue: [], next: 0, covered: at, fetching: false, emptyAt: Number.NEGATIVE_INFINITY };
      this.#clock(at, this.#base.speed);
      this.#say({ loading: false });
    } catch (fault) {
      if (!signal.aborted) this.#fail(fault);
    }
  }

  #fail(fault: unknown) {
    this.#clock(this.#told.at, 0);
    this.#say({ fault, speed: 0, loading: false, waiting: false });
  }

  #take(at: number) {
    const place = this.#place;
    if (!place) return;
    for (let entry = place.queue[place.next]; entry && timeOf(entry) <= at; entry = place.queue[place.next]) {
      place.next++;
      this.twins.take(entry);
    }
    if (place.next < 1000) return;
    place.queue = place.queue.slice(place.next);
    place.next = 0;
  }

  // Ahead of the clock, one page after another; at the end of the log it looks again from time to time.
  #fill() {
    const place = this.#place;
    if (!place || place.fetching || place.queue.length - place.next > most) return;
    if (place.covered > this.#told.at + ahead * 1000 * this.#base.speed) return;
    if (performance.now() - place.emptyAt < patience) return;
    void this.#page(place, this.#asking.signal);
  }

  async #page(place: Place, signal: AbortSignal) {
    place.fetching = true;
    const asked = this.now();
    try {
      const page = await this.source.after(place.cursor, signal);
      place.queue.push(...page.items);
      const last = page.items.at(-1);
      const end = page.next === place.cursor;
      place.cursor = page.next;
      if (end) place.emptyAt = performance.now();
      place.covered = Math.max(place.covered, end ? asked : last ? timeOf(last) : 0);
    } catch (fault) {
      if (!signal.aborted) this.#fail(fault);
    } finally {
      place.fetching = false;
    }
  }
}
