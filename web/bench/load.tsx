import { Canvas, useFrame, useThree } from "@react-three/fiber";
import { useMemo } from "react";
import { createRoot } from "react-dom/client";
import { known, useThings } from "../src/lab/lab";
import { connect, live, onEntry, status } from "../src/live/link";
import { Changes } from "../src/world/Changes";
import { Crowd } from "../src/world/models/Crowd";
import { kinds } from "../src/world/models/kinds";
import { type Placed, Things } from "../src/world/models/Things";

// All things of a lab in a grid and nothing else, on the real link. ?mixed: of all kinds in turn; ?timed: marks round our own work; ?framed: only at the end of each frame;
// ?undrawn: frames come and nothing is drawn in them, so that a machine that draws in software has frames at their usual rate.
const asked = new URLSearchParams(location.search);
const seen = { entries: 0, frames: 0, calls: () => 0, triangles: () => 0, held: () => "" };
Object.assign(window, { seen });
onEntry(() => seen.entries++);

if (asked.has("timed")) time();
if (asked.has("framed")) time(false);
void known.getState().load();
connect();

const names = [...Object.keys(kinds), "anything"];

function Grid() {
  const things = useThings();
  const { known: live } = status();
  const placed = useMemo(
    () => [...things.values()].map(({ id, ...td }, n) => place(id, td["gemeo:kind"] ?? "", n)),
    [things],
  );
  const gl = useThree(s => s.gl);
  seen.calls = () => gl.info.render.calls;
  seen.triangles = () => gl.info.render.triangles;
  seen.held = () => `${gl.info.memory.geometries} geometries, ${gl.info.memory.textures} textures`;
  return (
    live && (
      <>
        <Changes />
        <Things placed={placed} hovered={null} selected={null} onHover={() => undefined} onPick={() => undefined} />
      </>
    )
  );
}

function place(id: string, kind: string, n: number): Placed {
  const far = asked.has("mixed") ? 3 : 0.3;
  const [column, row] = [(n % 40) - 19.5, Math.floor(n / 40) - 12];
  return asked.has("mixed")
    ? { id, kind: names[n % names.length] as string, position: [column * far, 0, row * far * 1.8], rotation: 0 }
    : { id, kind, position: [column * far, -row * far, 0], rotation: 0 };
}

/** Marks before and after everything that we do for a change, apart from drawing. */
function time(all = true) {
  const timed = <T,>(name: string, work: () => T): T => {
    performance.mark(`${name}-begins`);
    const result = work();
    performance.mark(`${name}-ends`);
    return result;
  };
  const { step } = Crowd.prototype;
  Crowd.prototype.step = function (...given) {
    seen.frames++;
    return timed("step", () => step.apply(this, given));
  };
  setInterval(() => performance.clearMarks(), 1000);
  if (!all) return;
  const { set } = Object.getOwnPropertyDescriptor(WebSocket.prototype, "onmessage") ?? {};
  Object.defineProperty(WebSocket.prototype, "onmessage", {
    set(listener: (event: MessageEvent) => void) {
      set?.call(this, (event: MessageEvent) => timed("hear", () => listener(event)));
    },
  });
  const { schedule } = live;
  Object.assign(live, { schedule: (flush: () => void) => schedule(() => timed("tell", flush)) });
}

// A frame that somebody takes over is not drawn by itself.
function Undrawn() {
  useFrame(() => undefined, 1);
  return null;
}

const mixed = asked.has("mixed");
createRoot(document.getElementById("root") as HTMLElement).render(
  <Canvas
    frameloop="demand"
    shadows="percentage"
    dpr={1}
    camera={{ position: mixed ? [0, 60, 90] : [0, 0, 11], fov: 50 }}
  >
    <color attach="background" args={["#e9ecef"]} />
    <hemisphereLight args={["#ffffff", "#b5ab9b", 1.3]} />
    <directionalLight position={[4, 7, 5]} intensity={2} castShadow={mixed} />
    <Grid />
    {asked.has("undrawn") && <Undrawn />}
  </Canvas>,
);
