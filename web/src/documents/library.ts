import { useEffect } from "react";
import { create } from "zustand";
import { get, withKey } from "../api/client";
import { Problem } from "../api/problem";

export interface Doc {
  id: string;
  name: string;
  state: "queued" | "reading" | "ready" | "failed";
  pages: number;
  /** Pages that were left out. */
  unread?: number;
  bytes: number;
  added: string;
  fromFolder: boolean;
  page?: number;
  of?: number;
  error?: string;
  erro?: string;
}

/** A step of a document's reading, as /documents/events tells it. */
export type Step = Pick<Doc, "id" | "name" | "state" | "page" | "of" | "error" | "erro"> & { deleted?: boolean };

interface Library {
  /** Newest first; null until known. */
  docs: Doc[] | null;
  fault: Problem | null;
  /** Largest file that the server takes, where it says so. */
  maxBytes: number | null;
}

export const library = create<Library>(() => ({ docs: null, fault: null, maxBytes: null }));

interface Listed {
  items: Doc[];
  next?: string | null;
  limits?: { bytes: number };
}

export async function load(): Promise<void> {
  try {
    let [docs, after, maxBytes]: [Doc[], string | null, number | null] = [[], null, null];
    do {
      const page: Listed = await get<Listed>(
        `/documents?limit=500${after ? `&after=${encodeURIComponent(after)}` : ""}`,
      );
      docs = [...docs, ...page.items];
      after = page.next ?? null;
      maxBytes = page.limits?.bytes ?? null;
    } while (after);
    library.setState({ docs, maxBytes, fault: null });
  } catch (why) {
    library.setState({ fault: why instanceof Problem ? why : new Problem(0, "unknown", String(why)) });
  }
}

/** The list after a step; null when it must be fetched again: a document that is new, or was read to its end. */
export function after(docs: Doc[], step: Step): Doc[] | null {
  if (step.deleted) return docs.filter(d => d.id !== step.id);
  const known = docs.find(d => d.id === step.id);
  if (!known || step.state === "ready" || step.state === "failed") return null;
  return docs.map(d => (d.id === step.id ? { ...d, ...step } : d));
}

const gathered = 150;

/** Keeps the list as it is on the server, step by step, while the page is open. */
export function useLibrary() {
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void load(), gathered);
    };
    const steps = new EventSource(withKey("/documents/events"));
    // What was missed while the link was away is in the list.
    steps.onopen = () => void load();
    steps.onerror = () => library.getState().docs === null && soon();
    steps.onmessage = event => {
      const { docs } = library.getState();
      const next = docs && after(docs, JSON.parse(event.data as string) as Step);
      if (next) library.setState({ docs: next });
      else soon();
    };
    void load();
    return () => {
      clearTimeout(waiting);
      steps.close();
    };
  }, []);
  return library();
}
