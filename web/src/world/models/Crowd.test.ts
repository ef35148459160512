import { type InstancedMesh, Matrix4, Raycaster, Vector3 } from "three";
import { expect, test } from "vitest";
import { type States, Twins } from "../../live/twins";
import type { Thing } from "../../things/describe";
import { Crowd } from "./Crowd";
import { fade } from "./Kin";
import type { Placed } from "./place";

const boolean = { type: "boolean" } as const;
const things: Record<string, Thing> = {
  lamp: { id: "lamp", properties: { on: boolean } },
  door: { id: "door", properties: { open: { ...boolean, readOnly: true } } },
  bay: { id: "bay", properties: { ocupada: { ...boolean, readOnly: true } } },
  meter: { id: "meter", properties: { power: { type: "number", unit: "W", readOnly: true } } },
};
const placed: Placed[] = [
  { id: "lamp", kind: "lamp", position: [0, 0, 0], rotation: 0 },
  { id: "door", kind: "door", position: [5, 0, 0], rotation: Math.PI / 2 },
  { id: "bay", kind: "parking-spot", position: [10, 0, 0], rotation: 0, size: [5, 0, 5] },
  { id: "meter", kind: "meter", position: [-5, 0, 0], rotation: 0 },
];

function scene(values: Record<string, Record<string, unknown>> = {}) {
  const twins = new Twins(flush => flush());
  const state = ([name, value]: [string, unknown]) => [name, { value, time: "" }];
  const set = (all: typeof values) =>
    twins.reset(
      Object.fromEntries(
        Object.entries(all).map(([id, some]) => [
          id,
          { version: 1, properties: Object.fromEntries(Object.entries(some).map(state)) },
        ]),
      ) as States,
    );
  set(values);
  const crowd = new Crowd(placed, { of: id => things[id], switched: () => undefined });
  crowd.take(twins, crowd.ids, 0, true);
  crowd.step(0, 0, false);
  const change = (id: string, some: Record<string, unknown>, now: number, atOnce = false) => {
    set({ [id]: some });
    crowd.take(twins, [id], now, atOnce);
  };
  return { crowd, change };
}

const meshes = (crowd: Crowd, id: string) => {
  const order = placed.findIndex(p => p.id === id);
  const kinds = [1, 2, 2, 2];
  const first = kinds.slice(0, order).reduce((a, b) => a + b, 0);
  const drawn = crowd.group.children.filter(
    (c): c is InstancedMesh => "instanceMatrix" in c && (c as InstancedMesh).geometry.hasAttribute("iShown"),
  );
  return drawn.slice(first, first + (kinds[order] as number));
};

function matrixOf(mesh: InstancedMesh | undefined): Matrix4 {
  const matrix = new Matrix4();
  mesh?.getMatrixAt(0, matrix);
  return matrix;
}

const glow = (crowd: Crowd) => meshes(crowd, "lamp")[0]?.geometry.getAttribute("iGlow").getX(0) ?? Number.NaN;

test("A lamp that is turned on fades to its light and then rests", () => {
  const { crowd, change } = scene({ lamp: { on: false } });
  expect(glow(crowd)).toBe(0);
  change("lamp", { on: true }, 1000);
  expect(crowd.step(1000 + fade / 2, 0.016, false)).toBe("quick");
  const half = glow(crowd);
  expect(half).toBeGreaterThan(0);
  expect(crowd.step(1000 + fade, 0.016, false)).toBeNull();
  expect(glow(crowd)).toBeCloseTo(half * 2);
});

test("What changes nothing that is seen moves nothing", () => {
  const { crowd, change } = scene({ lamp: { on: true } });
  change("lamp", { on: true, other: 3 }, 1000);
  expect(crowd.step(1001, 0.016, false)).toBeNull();
});

test("A door swings, and a second change on the way starts from where it is", () => {
  const { crowd, change } = scene({ door: { open: false } });
  const [, leaf] = meshes(crowd, "door");
  const shut = matrixOf(leaf);
  change("door", { open: true }, 0);
  crowd.step(400, 0.016, false);
  const ajar = matrixOf(leaf);
  expect(ajar.equals(shut)).toBe(false);
  change("door", { open: false }, 400);
  crowd.step(400, 0.016, false);
  expect(matrixOf(leaf).elements.every((e, n) => Math.abs(e - (ajar.elements[n] as number)) < 1e-5)).toBe(true);
  expect(crowd.step(5000, 0.016, false)).toBeNull();
  expect(matrixOf(leaf).equals(shut)).toBe(true);
});

test("With less motion wanted a door is open at once, and a meter's wheel stands", () => {
  const { crowd, change } = scene({ door: { open: false }, meter: { power: 100 } });
  change("door", { open: true }, 0, true);
  change("meter", { power: 900 }, 0, true);
  expect(crowd.step(0, 0.016, true)).toBeNull();
  const { crowd: open } = scene({ door: { open: true } });
  expect(matrixOf(meshes(crowd, "door")[1]).equals(matrixOf(meshes(open, "door")[1]))).toBe(true);
});

test("A meter's wheel goes on turning, slowly drawn", () => {
  const { crowd } = scene({ meter: { power: 1000 } });
  const before = matrixOf(meshes(crowd, "meter")[1]);
  expect(crowd.step(5000, 0.1, false)).toBe("slow");
  expect(matrixOf(meshes(crowd, "meter")[1]).equals(before)).toBe(false);
});

test("No car stands in a bay that is free or unknown; one that does keeps its measures in a wider bay", () => {
  const { crowd, change } = scene();
  const [bay, car] = meshes(crowd, "bay");
  expect(matrixOf(car).getMaxScaleOnAxis()).toBe(0);
  change("bay", { ocupada: true }, 0);
  crowd.step(10_000, 0.016, false);
  expect(new Vector3().setFromMatrixScale(matrixOf(car)).x).toBeCloseTo(1);
  expect(new Vector3().setFromMatrixScale(matrixOf(bay)).x).toBeCloseTo(2);
});

test("A pointer meets the thing that is there, and nothing between things", () => {
  const { crowd } = scene();
  const met = (x: number) => {
    const [hit] = new Raycaster(new Vector3(x, 0.3, 20), new Vector3(0, 0, -1)).intersectObject(crowd.boxes);
    return crowd.ids[hit?.instanceId ?? -1];
  };
  expect([met(0), met(5), met(10), met(2.5)]).toEqual(["lamp", "door", "bay", undefined]);
});

test("A mark is set and taken back, and fades with no look", () => {
  const { crowd, change } = scene({ lamp: { on: false } });
  const mark = () => meshes(crowd, "lamp")[0]?.geometry.getAttribute("iState").getX(0);
  crowd.mark("lamp", null);
  expect(mark()).toBe(0.5);
  change("lamp", { on: true }, 0);
  crowd.step(fade / 2, 0.016, false);
  expect(mark()).toBe(0.5);
  crowd.mark(null, "lamp");
  expect(mark()).toBe(1);
  crowd.mark(null, null);
  expect(mark()).toBe(0);
});

test("A thousand things of all kinds take few drawings, and all are within their mesh's bounds", () => {
  const kinds = [
    "lamp",
    "ceiling-light",
    "air-conditioner",
    "sensor",
    "presence",
    "door",
    "radio-unit",
    "meter",
    "parking-spot",
    "plug",
    "x",
  ];
  const many = Array.from({ length: 1000 }, (_, n) => ({
    id: `t${n}`,
    kind: kinds[n % kinds.length] as string,
    position: [(n % 40) * 3, 0, Math.floor(n / 40) * 3] as [number, number, number],
    rotation: n,
  }));
  const crowd = new Crowd(many, { of: () => undefined, switched: () => undefined });
  expect(crowd.group.children.length).toBeLessThanOrEqual(25);
  const point = new Vector3();
  for (const child of crowd.group.children as InstancedMesh[]) {
    if (!child.geometry.hasAttribute("iShown")) continue;
    for (let n = 0; n < child.count; n++) {
      child.getMatrixAt(n, moved);
      if (moved.getMaxScaleOnAxis() === 0) continue;
      const corner = child.geometry.attributes.position;
      for (let v = 0; corner && v < corner.count; v += 7) {
        const inside = child.boundingSphere?.distanceToPoint(point.fromBufferAttribute(corner, v).applyMatrix4(moved));
        if ((inside ?? 1) > 0) throw new Error(`a corner of ${child.id} is ${inside} m outside`);
      }
    }
  }
});

const moved = new Matrix4();
