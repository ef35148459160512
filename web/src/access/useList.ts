import { useState } from "react";
import { Problem } from "../api/problem";
import { usePolled } from "../api/usePolled";
import { toast } from "../app/toasts";

/** A list of the server's, and a way to change it: what it refuses is told, and the list is asked for again. */
export function useList<T>(path: string) {
  const polled = usePolled<{ items: T[] }>(path, 5);
  const [busy, setBusy] = useState(false);
  const change = async <R>(what: () => Promise<R>): Promise<R | undefined> => {
    setBusy(true);
    try {
      return await what();
    } catch (why) {
      toast({ tone: "bad", text: why instanceof Problem ? sentence(why) : String(why) });
      return undefined;
    } finally {
      setBusy(false);
      polled.again();
    }
  };
  return { items: polled.data?.items ?? null, fault: polled.fault, again: polled.again, busy, change };
}

const sentence = (why: Problem) => (why.detail ? `${why.message} (${why.detail})` : why.message);
