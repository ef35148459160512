import { useThree } from "@react-three/fiber";
import { useEffect } from "react";
import { useTwins } from "../live/useTwin";
import { laborious } from "./machine";

/** Milliseconds between pictures of what devices report, where each takes long: the rest of the page wants the machine too. */
const pause = 600;

/** Whether the next picture comes after a pause, and tells nothing of how fast this machine draws. */
export const rest = { over: false };

/** Asks for a picture when something that is reported has changed. What a person does is drawn at once, by whoever hears of it. */
export function Changes() {
  const twins = useTwins();
  const invalidate = useThree(s => s.invalidate);
  useEffect(() => {
    const between = laborious() ? pause : 0;
    let last = Number.NEGATIVE_INFINITY;
    let later: ReturnType<typeof setTimeout> | undefined;
    const draw = () => {
      later = undefined;
      rest.over = between > 0;
      last = performance.now();
      invalidate();
    };
    const stop = twins.onChange(() => {
      const wait = last + between - performance.now();
      if (wait <= 0) draw();
      else later ??= setTimeout(draw, wait);
    });
    return () => {
      stop();
      clearTimeout(later);
    };
  }, [twins, invalidate]);
  return null;
}
