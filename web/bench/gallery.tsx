import { Canvas } from "@react-three/fiber";
import { createRoot } from "react-dom/client";
import { known } from "../src/lab/lab";
import { type States, Twins } from "../src/live/twins";
import { TwinsContext } from "../src/live/useTwin";
import type { Schema, Thing } from "../src/things/describe";
import { Changes } from "../src/world/Changes";
import { type Placed, Things } from "../src/world/models/Things";

// Every kind in several states, to be looked at. ?dark, ?only=lamp, ?from=x,y,z, ?to=x,y,z
const asked = new URLSearchParams(location.search);
const dark = asked.has("dark");
const only = asked.get("only");
const vector = (name: string, otherwise: [number, number, number]) =>
  (asked.get(name)?.split(",").map(Number) as [number, number, number] | undefined) ?? otherwise;

const boolean: Schema = { type: "boolean" };
const percent: Schema = { type: "integer", unit: "%", minimum: 0, maximum: 100 };
const shapes: Record<
  string,
  { properties: Record<string, Schema>; states: (Record<string, unknown> | null)[]; y?: number; gap?: number }
> = {
  lamp: {
    properties: { on: boolean, brightness: percent },
    states: [{ on: false }, { on: true, brightness: 20 }, { on: true, brightness: 100 }, null],
    gap: 0.6,
  },
  "ceiling-light": {
    properties: { on: boolean, brightness: percent },
    states: [{ on: false }, { on: true, brightness: 30 }, { on: true }, null],
    y: 1.2,
    gap: 1.5,
  },
  "air-conditioner": {
    properties: { on: boolean, mode: { type: "string", enum: ["cool", "heat"] } },
    states: [{ on: false }, { on: true, mode: "cool" }, { on: true, mode: "heat" }, null],
    y: 1.1,
    gap: 1.2,
  },
  sensor: {
    properties: { t: { type: "number", readOnly: true, minimum: 0, maximum: 100 } },
    states: [{}, { t: 10 }, { t: 45 }, { t: 75 }, { t: 99 }, null],
    y: 0.5,
    gap: 0.3,
  },
  presence: {
    properties: { occupied: { ...boolean, readOnly: true } },
    states: [{}, { occupied: false }, { occupied: true }, null],
    y: 0.5,
    gap: 0.4,
  },
  door: {
    properties: { open: { ...boolean, readOnly: true } },
    states: [{ open: false }, { open: true }, null],
    gap: 1.6,
  },
  "radio-unit": {
    properties: { on: { ...boolean, readOnly: true }, rate: { type: "number", unit: "Mbit/s", readOnly: true } },
    states: [{ on: false, rate: 0 }, { on: true, rate: 40 }, { on: true, rate: 900 }, null],
    y: 0.6,
    gap: 0.7,
  },
  meter: {
    properties: { w: { type: "number", unit: "W", readOnly: true } },
    states: [{}, { w: 0 }, { w: 1500 }, null],
    y: 0.5,
    gap: 0.5,
  },
  "parking-spot": {
    properties: { occupied: { ...boolean, readOnly: true } },
    states: [{}, { occupied: false }, { occupied: true }, { occupied: true }, { occupied: true }, null],
    gap: 2.7,
  },
  plug: { properties: { on: boolean }, states: [{}, { on: false }, { on: true }, null], y: 0.4, gap: 0.35 },
  anything: { properties: { on: boolean }, states: [{}, { on: false }, { on: true }, null], gap: 0.45 },
};

const [placed, things, states]: [Placed[], Thing[], States] = [[], [], {}];
let row = 0;
for (const [kind, { properties, states: some, y = 0, gap = 1 }] of Object.entries(shapes)) {
  if (only && only !== kind) continue;
  some.forEach((values, n) => {
    const id = `${kind}-${n}`;
    placed.push({ id, kind, position: [(n - (some.length - 1) / 2) * gap, y, row], rotation: 0 });
    things.push({ id, properties });
    const last = values ?? some.at(-2) ?? {};
    states[id] = {
      version: 1,
      available: values !== null,
      properties: Object.fromEntries(Object.entries(last).map(([name, value]) => [name, { value, time: "" }])),
    };
  });
  row += kind === "parking-spot" ? 6 : 1.5;
}
const twins = new Twins();
twins.reset(states);
known.setState({ things: new Map(things.map(t => [t.id, t])) });
Object.assign(window, { twins });

const [from, to] = [vector("from", [0, 1.2, 2.6]), vector("to", [0, 0.4, 0])];
createRoot(document.getElementById("root") as HTMLElement).render(
  <TwinsContext.Provider value={twins}>
    <Canvas
      frameloop="demand"
      shadows
      dpr={1}
      camera={{ position: from, fov: 45 }}
      onCreated={({ camera }) => camera.lookAt(...to)}
    >
      <color attach="background" args={[dark ? "#10161c" : "#e9ecef"]} />
      <hemisphereLight args={[dark ? "#33414d" : "#ffffff", dark ? "#0c1014" : "#b5ab9b", dark ? 0.7 : 1.3]} />
      <directionalLight
        position={[4, 7, 5]}
        intensity={dark ? 0.35 : 2}
        castShadow
        shadow-mapSize={[2048, 2048]}
        shadow-normalBias={0.02}
      />
      <mesh rotation-x={-Math.PI / 2} position-y={-0.001} receiveShadow>
        <planeGeometry args={[60, 60]} />
        <meshStandardMaterial color={dark ? "#2a3138" : "#d9d2c4"} roughness={0.9} />
      </mesh>
      <Changes />
      <Things
        placed={placed}
        hovered={asked.get("hovered")}
        selected={asked.get("selected")}
        onHover={() => undefined}
        onPick={() => undefined}
      />
    </Canvas>
  </TwinsContext.Provider>,
);
