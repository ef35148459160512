import { useMemo } from "react";
import { known } from "../lab/lab";
import { type Layout, layOut } from "./layout";
import type { Model } from "./useModel";

/** The lab laid out; anew only when something in it moved, and not each time its descriptions are fetched again. */
export function useLayout(): { layout: Layout; ids: ReadonlySet<string> } {
  const scene = known(k => k.lab?.scene ?? null);
  const things = known(k => k.things);
  const sign = useMemo(
    () => JSON.stringify([scene, [...things.values()].map(t => [t.id, t["gemeo:kind"], t["gemeo:room"]])]),
    [scene, things],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sign stands for both
  return useMemo(() => ({ layout: layOut(scene, things.values()), ids: new Set(things.keys()) }), [sign]);
}

/** With the lab's own 3D file the world is as large as that is. */
export function enlarged(layout: Layout, model: Model | null): Layout {
  if (!model || model.box.isEmpty()) return layout;
  const { min, max } = model.box;
  const before =
    layout.hasRooms || layout.placed.some(p => !model.bound.some(b => b.thing === p.id)) ? layout.bounds : null;
  return {
    ...layout,
    bounds: {
      min: [Math.min(min.x, before?.min[0] ?? min.x), Math.min(min.z, before?.min[1] ?? min.z)],
      max: [Math.max(max.x, before?.max[0] ?? max.x), Math.max(max.z, before?.max[1] ?? max.z)],
      height: Math.max(max.y, before?.height ?? 0),
    },
  };
}
