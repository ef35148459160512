import { type ThreeEvent, useThree } from "@react-three/fiber";
import { useEffect } from "react";
import { switchOf } from "../commands/orders";
import type { Twins } from "../live/twins";
import { useTwins } from "../live/useTwin";
import { show, thingOf } from "./bindings";
import { lightOf } from "./lamps";
import type { Model } from "./useModel";

interface Props {
  model: Model;
  onPick: (thing: string) => void;
  onHover: (thing: string | null) => void;
  marked: string | null;
}

/** The lab as its people modelled it; the nodes that are things live. */
export function LabModel({ model, onPick, onHover, marked }: Props) {
  const twins = useTwins();
  const invalidate = useThree(s => s.invalidate);
  useEffect(() => {
    const draw = (changed?: ReadonlySet<string>) => {
      for (const one of model.bound)
        if (!changed || changed.has(one.thing))
          show(one, glowOf(one.thing, twins), twins.get(one.thing)?.available === false, one.thing === marked);
    };
    draw();
    invalidate();
    return twins.onChange(draw);
  }, [model, twins, marked, invalidate]);
  const meant = (event: ThreeEvent<MouseEvent>, then: (thing: string) => void) => {
    const thing = thingOf(event.object);
    // What is nearest to the eye is meant, not what stands behind it.
    event.stopPropagation();
    if (thing) then(thing);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: not an element of the page; the list of things is for the keyboard
    <primitive
      object={model.scene}
      onClick={(event: ThreeEvent<MouseEvent>) => meant(event, onPick)}
      onPointerOver={(event: ThreeEvent<PointerEvent>) => meant(event, onHover)}
      onPointerOut={() => onHover(null)}
    />
  );
}

/** Anything with a switch glows while it is on; a lamp by its brightness. */
function glowOf(thing: string, twins: Twins): number {
  const it = switchOf(thing);
  if (!it || twins.get(thing)?.properties[it.property]?.value !== true) return 0;
  return Math.max(0.15, lightOf(thing, twins));
}
