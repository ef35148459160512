import { create } from "zustand";
import { get } from "../api/client";
import { Problem } from "../api/problem";
import type { Thing } from "../things/describe";
import type { Scene } from "./scene";

export interface Lab {
  name: Record<string, string>;
  language: string;
  timeZone: string;
  scene: Scene | null;
  shortcuts: { path: string; thing: string; action?: string; property?: string }[];
  faults: unknown[];
}

interface Known {
  lab: Lab | null;
  things: Map<string, Thing>;
  fault: Problem | null;
  load: () => Promise<void>;
}

/** What is there: the lab and its things' descriptions. Loaded at first sight, and again when the link comes back. */
export const known = create<Known>(set => ({
  lab: null,
  things: new Map(),
  fault: null,
  load: async () => {
    try {
      const [lab, things] = await Promise.all([get<Lab>("/lab/"), allThings()]);
      set({ lab, things: new Map(things.map(t => [t.id, t])), fault: null });
    } catch (why) {
      set({ fault: why instanceof Problem ? why : new Problem(0, "unknown", String(why)) });
    }
  },
}));

async function allThings(): Promise<Thing[]> {
  const page = 1000;
  for (let all: Thing[] = []; ; ) {
    const some = await get<Thing[]>(`/things?limit=${page}&offset=${all.length}`);
    all = [...all, ...some];
    if (some.length < page) return all;
  }
}

export const useThing = (id: string | null): Thing | undefined => known(k => (id ? k.things.get(id) : undefined));
export const useThings = (): Map<string, Thing> => known(k => k.things);
