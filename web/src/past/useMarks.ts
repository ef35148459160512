import { useEffect, useState } from "react";
import type { Entry } from "../live/twins";
import { timeOf } from "./replay";
import { between } from "./source";
import type { View } from "./view";

export interface Mark {
  time: number;
  entry: Entry;
}

/** What happened in the view, oldest first: of one thing, or what people would call happening. */
export function useMarks({ from, to }: View, thing: string | null): Mark[] {
  const [marks, setMarks] = useState<Mark[]>([]);
  useEffect(() => {
    const asking = new AbortController();
    const asked = setTimeout(async () => {
      const entries = await between(from, to, thing, asking.signal).catch(() => []);
      if (asking.signal.aborted) return;
      setMarks(entries.map(entry => ({ time: timeOf(entry), entry })).sort((a, b) => a.time - b.time));
    }, 150);
    return () => {
      clearTimeout(asked);
      asking.abort();
    };
  }, [from, to, thing]);
  return marks;
}

/** The newest of them that had happened at an instant. */
export const lastOf = (marks: Mark[], at: number): Mark | undefined => marks.findLast(mark => mark.time <= at);
