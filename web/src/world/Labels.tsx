import { useFrame, useThree } from "@react-three/fiber";
import { type RefObject, useEffect, useRef } from "react";
import { type Camera, Vector3 } from "three";
import { useParam } from "../app/address";
import { outcomes } from "../commands/orders";
import { known } from "../lab/lab";
import type { Twins } from "../live/twins";
import { useTwins } from "../live/useTwin";
import { useIsPast } from "../past/PastProvider";
import { labelOf, middleOfThing } from "./anchors";
import { arrange, type Wish } from "./arrange";
import { isInside } from "./geometry";
import { LabelView } from "./LabelView";
import { measures, type Said, sayOf, standing } from "./labelText";
import type { Layout } from "./layout";
import { Marks } from "./Marks";
import type { Placed } from "./models/Things";
import { project } from "./project";
import { view } from "./view";

const most = 24;
/** Metres within which values are told; and within which it is told that a thing does not answer. */
const readable = 160;
const farthest = 240;

interface Props {
  layout: Layout;
  placed: Placed[];
  overlay: RefObject<HTMLDivElement | null>;
  act: (thing: string) => void;
}

/** Words that float over things. They are elements of the page, placed anew in each frame that is drawn. */
export function Labels({ layout, placed, overlay, act }: Props) {
  const twins = useTwins();
  const selected = useParam("thing");
  const past = useIsPast();
  const invalidate = useThree(s => s.invalidate);
  const shown = useRef(new Map<string, LabelView>());
  const marks = useRef<Marks>(null);

  useEffect(() => {
    const stops = [view.subscribe(() => invalidate()), outcomes.subscribe(() => invalidate())];
    return () => {
      for (const stop of stops) stop();
    };
  }, [invalidate]);

  useEffect(() => {
    const views = shown.current;
    marks.current = new Marks(overlay.current as HTMLElement);
    return () => {
      for (const one of views.values()) one.root.remove();
      views.clear();
      marks.current?.clear();
    };
  }, [overlay]);

  useFrame(({ camera, size }) => {
    if (!overlay.current) return;
    const now = Date.now();
    const seen = { camera, size, layout, twins, selected, past, now };
    const wanted = nearest(placed, seen);
    keep(shown.current, wanted, overlay.current, act);
    const wishes = wanted.map(({ one, said, near, weight }): Wish => {
      const label = shown.current.get(one.id) as LabelView;
      label.say(said, near);
      const at = project(labelOf(one), camera, size);
      return { id: one.id, x: at.x, y: at.y, width: label.width, height: label.height, weight };
    });
    const places = arrange(wishes, most);
    for (const [id, label] of shown.current) {
      const at = places.get(id);
      if (at) label.put(at.x, at.y);
      else label.hide();
    }
    // The tick of a confirmation goes by itself; somebody has to draw the frame in which it is gone.
    if (wanted.some(w => w.said.tone === "confirmed")) setTimeout(invalidate, 500);
    marks.current?.show(
      wanted
        .filter(w => w.said.tone !== "plain" && w.said.tone !== "away")
        .map(w => ({ id: w.one.id, tone: w.said.tone, ...project(middleOfThing(w.one), camera, size) })),
    );
  });
  return null;
}

interface Seen {
  camera: Camera;
  size: { width: number; height: number };
  layout: Layout;
  twins: Twins;
  selected: string | null;
  past: boolean;
  now: number;
}

interface Wanted {
  one: Placed;
  said: Said;
  near: boolean;
  weight: number;
}

/** The things that have something to say here and now, the most pressing first. */
function nearest(placed: Placed[], seen: Seen): Wanted[] {
  const { things } = known.getState();
  const { byThing } = outcomes.getState();
  const wanted: { one: Placed; weight: number; near: boolean }[] = [];
  for (const one of placed) {
    const outcome = seen.past ? undefined : byThing[one.id];
    const near = isNear(one.id, seen);
    const pressing = near || standing(outcome, seen.now) !== null;
    const weight = pressing ? 1000 : weightOf(one, seen, measures(things.get(one.id)).length > 0);
    if (weight > 0 && inView(one, seen)) wanted.push({ one, weight, near });
  }
  wanted.sort((a, b) => b.weight - a.weight);
  return wanted.slice(0, most).map(({ one, weight, near }) => {
    const outcome = seen.past ? undefined : byThing[one.id];
    return {
      one,
      weight,
      near,
      said: sayOf(one.id, things.get(one.id), seen.twins.get(one.id), outcome, near, seen.now),
    };
  });
}

const isNear = (id: string, { selected }: Seen) =>
  id === selected || id === view.getState().hovered || id === view.getState().focused;

const at = new Vector3();

function weightOf(one: Placed, { camera, twins, layout }: Seen, measuring: boolean): number {
  const away = twins.get(one.id)?.available === false;
  if (!measuring && !away) return 0;
  const far = at.set(...one.position).distanceTo(camera.position);
  if (far > (away ? farthest : readable)) return 0;
  if (view.getState().mode === "walk" && hiddenFrom(one, camera, layout)) return 0;
  return (away ? 500 : 0) + 100 / (1 + far);
}

/** On foot one reads what is in the same room. */
function hiddenFrom(one: Placed, camera: Camera, layout: Layout): boolean {
  const room = layout.roomOf.get(one.id);
  const mine = layout.rooms.find(r => isInside(r.corners, [camera.position.x, camera.position.z]));
  return room !== undefined && mine !== undefined && mine.id !== room;
}

function inView(one: Placed, { camera }: Seen): boolean {
  at.set(...middleOfThing(one)).project(camera);
  return at.z < 1 && Math.abs(at.x) < 1.02 && Math.abs(at.y) < 1.02;
}

function keep(shown: Map<string, LabelView>, wanted: Wanted[], overlay: HTMLElement, act: (thing: string) => void) {
  const ids = new Set(wanted.map(w => w.one.id));
  for (const [id, label] of shown)
    if (!ids.has(id)) {
      label.root.remove();
      shown.delete(id);
    }
  for (const id of ids)
    if (!shown.has(id)) {
      const label = new LabelView(id, act);
      shown.set(id, label);
      overlay.append(label.root);
    }
}
