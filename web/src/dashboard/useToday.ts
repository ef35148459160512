import { useEffect, useState } from "react";
import { get } from "../api/client";
import { type Answer, pathOf } from "../history/series";
import { dayOf, startOfDay, timeText } from "../lab/clock";
import { usePast } from "../past/PastProvider";

interface Start {
  value: number;
  /** When it was first heard, when that was after midnight. */
  since?: string;
}

/** A counter's value when the shown day began; null as long as it is not known. */
export function useToday(thing: string, name: string): Start | null {
  const past = usePast();
  const day = dayOf(past ? new Date(past) : new Date());
  const [known, setKnown] = useState<Start | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the day changes
  useEffect(() => {
    const asking = new AbortController();
    const now = past ? new Date(past) : new Date();
    const of = { from: startOfDay(now).getTime(), to: now.getTime() };
    get<Answer>(`${pathOf(thing, name, of)}&points=500`, asking.signal).then(
      answer => setKnown(startOf(answer)),
      () => setKnown(null),
    );
    return () => asking.abort();
  }, [thing, name, day, past === null]);
  return known;
}

export function startOf(answer: Answer): Start | null {
  if (typeof answer.before?.value === "number") return { value: answer.before.value };
  const first = answer.points[0];
  return first && "min" in first ? { value: first.min, since: timeText(first.time) } : null;
}
