import { type ThreeEvent, useFrame, useThree } from "@react-three/fiber";
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { theme } from "../../app/theme";
import { switchOf } from "../../commands/orders";
import { useThings } from "../../lab/lab";
import type { Twins } from "../../live/twins";
import { useTwins } from "../../live/useTwin";
import { calm } from "../machine";
import { Crowd } from "./Crowd";
import type { Placed } from "./place";

export type { Placed } from "./place";

interface Props {
  placed: Placed[];
  onPick: (thing: string) => void;
  onHover: (thing: string | null) => void;
  hovered: string | null;
  selected: string | null;
}

/** Pixels that a pointer may slip between down and up and still have clicked. */
const slip = 6;
/** Milliseconds between frames while things merely turn or pulse. */
const between = 33;

/** All things of the scene. Their states come from the twins in the context, past or present, and never through React. */
export function Things({ placed, onPick, onHover, hovered, selected }: Props) {
  const crowd = useCrowd(placed);
  const twins = useTwins();
  const invalidate = useThree(s => s.invalidate);
  useLayoutEffect(() => follow(crowd, twins, invalidate), [crowd, twins, invalidate]);
  useLayoutEffect(() => {
    crowd.mark(hovered, selected);
    invalidate();
  }, [crowd, hovered, selected, invalidate]);
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(later.current), []);
  const shown = theme(s => s.theme);
  useLayoutEffect(() => {
    crowd.accent.set(shown === "dark" ? "#5cc6cf" : "#0e8f9b");
    invalidate();
  }, [crowd, shown, invalidate]);
  useFrame((_, seconds) => {
    const pace = crowd.step(performance.now(), Math.min(seconds, 0.1), calm());
    clearTimeout(later.current);
    if (pace === "quick") invalidate();
    else if (pace === "slow") later.current = setTimeout(invalidate, between);
  });
  return (
    <>
      <primitive object={crowd.group} />
      <primitive object={crowd.boxes} {...pointing(crowd, hovered, onPick, onHover)} />
    </>
  );
}

function pointing(crowd: Crowd, hovered: string | null, onPick: Props["onPick"], onHover: Props["onHover"]) {
  const met = (event: ThreeEvent<MouseEvent>) => crowd.ids[event.instanceId ?? -1] ?? null;
  return {
    onClick: (event: ThreeEvent<MouseEvent>) => {
      const thing = met(event);
      if (thing === null || event.delta > slip) return;
      event.stopPropagation();
      onPick(thing);
    },
    onPointerMove: (event: ThreeEvent<PointerEvent>) => {
      event.stopPropagation();
      if (met(event) !== hovered) onHover(met(event));
    },
    onPointerOut: () => onHover(null),
  };
}

function useCrowd(placed: Placed[]): Crowd {
  const things = useThings();
  const crowd = useMemo(
    () => new Crowd(placed, { of: id => things.get(id), switched: id => switchOf(id)?.property }),
    [placed, things],
  );
  useEffect(() => () => crowd.dispose(), [crowd]);
  return crowd;
}

/** Shows what is known at once, then each change as it is told. */
function follow(crowd: Crowd, twins: Twins, invalidate: () => void): () => void {
  crowd.take(twins, crowd.ids, performance.now(), true);
  invalidate();
  return twins.onChange(changed => {
    crowd.take(twins, changed, performance.now(), calm());
  });
}
