import { useMemo } from "react";
import { useParam } from "../app/address";
import { theme } from "../app/theme";
import Avatars from "../people/Avatars";
import { Changes } from "./Changes";
import { daylight } from "./daylight";
import { Ground } from "./Ground";
import { Hook } from "./Hook";
import { Labels } from "./Labels";
import { LabModel } from "./LabModel";
import { Lights } from "./Lights";
import type { Layout } from "./layout";
import type { Means } from "./machine";
import { type Placed, Things } from "./models/Things";
import { Orbit } from "./Orbit";
import { Rooms } from "./Rooms";
import { Sky } from "./Sky";
import { Sun } from "./Sun";
import type { Model } from "./useModel";
import { hover, view } from "./view";
import { Walk } from "./Walk";

interface Props {
  layout: Layout;
  model: Model | null;
  drawRooms: boolean;
  means: Means;
  overlay: React.RefObject<HTMLDivElement | null>;
  onPick: (thing: string) => void;
  onSlow: () => void;
}

const lights = { none: 0, plain: 3, rich: 6 };

/** All that is drawn. */
export function Scene({ layout, model, drawRooms, means, overlay, onPick, onSlow }: Props) {
  const day = daylight[theme(t => t.theme)];
  const mode = view(v => v.mode);
  const marked = view(v => v.hovered ?? v.focused);
  const selected = useParam("thing");
  const { placed, built } = useMemo(() => withModel(layout.placed, model), [layout, model]);
  return (
    <>
      <Sky day={day} />
      <Sun day={day} bounds={layout.bounds} shadows={means === "rich"} />
      <Ground layout={layout} day={day} />
      {drawRooms && <Rooms layout={layout} day={day} />}
      {model && <LabModel model={model} onPick={onPick} onHover={hover} marked={marked} />}
      <Things placed={built} onPick={onPick} onHover={hover} hovered={marked} selected={selected} />
      <Lights placed={placed} day={day} most={lights[means]} />
      <Avatars />
      {mode === "walk" ? <Walk layout={layout} placed={placed} /> : <Orbit layout={layout} placed={placed} />}
      <Labels layout={layout} placed={placed} overlay={overlay} act={onPick} />
      <Changes />
      <Hook placed={placed} onSlow={onSlow} />
    </>
  );
}

/** Things that the lab's own file shows stand where it puts them, and their built-in shapes are left out. */
function withModel(placed: Placed[], model: Model | null): { placed: Placed[]; built: Placed[] } {
  if (!model) return { placed, built: placed };
  const bound = new Map(model.bound.map(b => [b.thing, b]));
  const moved = placed.map((one): Placed => {
    const node = bound.get(one.id);
    return node
      ? { ...one, kind: isLampKind(one.kind) ? "light" : "node", position: node.position, size: node.size }
      : one;
  });
  return { placed: moved, built: placed.filter(one => !bound.has(one.id)) };
}

const isLampKind = (kind: string) => kind === "lamp" || kind === "ceiling-light";
