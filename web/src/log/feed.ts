import type { Entry } from "../live/twins";

export interface Page {
  items: Entry[];
  next: string | null;
}

export interface Asked {
  /** A page of the past, newest first; before a cursor, or the newest. */
  page: (before: string | null) => Promise<Page>;
  /** Whether a live entry is one of those that are wanted. */
  takes: (entry: Entry) => boolean;
}

export interface Shown {
  rows: Entry[];
  /** How many came since and wait above; not shown so that nothing moves under the reader. */
  waiting: number;
  /** There is more of the past. */
  more: boolean;
  loading: boolean;
  fault: unknown;
}

/** At most so many rows stand while the log runs; and so many when a reader asks for older ones. */
export const liveRows = 500;
export const mostRows = 3000;

const keyOf = (entry: Entry) => `${entry.thing}\n${entry.version}`;

/** The log as a screen shows it: the newest first, live entries held until they may come in, the past page by page. Bounded, however much comes. */
export class Feed {
  #rows: Entry[] = [];
  #waiting: Entry[] = [];
  #came = 0;
  #next: string | null = null;
  #loading = false;
  #fault: unknown = null;
  #shown: Shown = { rows: [], waiting: 0, more: false, loading: true, fault: null };
  readonly #listeners = new Set<() => void>();

  constructor(readonly asked: Asked) {}

  get shown(): Shown {
    return this.#shown;
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** A live entry; it waits for `tick`. */
  take(entry: Entry) {
    if (!this.asked.takes(entry)) return;
    this.#came++;
    this.#waiting.push(entry);
    // Twice as many are let gather before the older half goes: cutting each time would cost each time.
    if (this.#waiting.length >= 2 * liveRows) this.#waiting = this.#waiting.slice(-liveRows);
  }

  /** Called now and then: lets in what waits, or says how many do. */
  tick(held: boolean) {
    if (this.#came === 0 || (held && this.#shown.waiting === this.#came)) return;
    if (!held) this.#letIn();
    this.#tell();
  }

  async older(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    this.#fault = null;
    this.#tell();
    try {
      const first = this.#rows.length === 0;
      const page = await this.asked.page(this.#next);
      const known = new Set([...this.#rows, ...this.#waiting].map(keyOf));
      this.#rows = [...this.#rows, ...page.items.filter(entry => !known.has(keyOf(entry)))];
      this.#next = page.next;
      if (first && this.#rows.length > 0 && this.#came > 0) this.#letIn();
    } catch (why) {
      this.#fault = why;
    } finally {
      this.#loading = false;
      this.#tell();
    }
  }

  /** From the beginning: something may have been missed. */
  async again(): Promise<void> {
    [this.#rows, this.#waiting, this.#came, this.#next] = [[], [], 0, null];
    await this.older();
  }

  #letIn() {
    const came = this.#waiting.slice(-liveRows).reverse();
    const cut = this.#came > came.length || came.length + this.#rows.length > liveRows;
    this.#rows = this.#came > came.length ? came : [...came, ...this.#rows].slice(0, liveRows);
    [this.#waiting, this.#came] = [[], 0];
    // What falls off at the end, or was too much to gather, is in the log still: it comes back with the next older page.
    if (cut) this.#next = this.#rows.at(-1)?.cursor ?? null;
  }

  #tell() {
    this.#shown = {
      rows: this.#rows,
      waiting: this.#came,
      more: this.#next !== null && this.#rows.length < mostRows,
      loading: this.#loading,
      fault: this.#fault,
    };
    for (const listener of this.#listeners) listener();
  }
}
