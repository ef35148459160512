import { expect, test } from "vitest";
import type { Room, Scene } from "../lab/scene";
import type { Thing } from "../things/describe";
import { distance, isInside, turning } from "./geometry";
import { layOut } from "./layout";
import { solids } from "./walls";

const thing = (id: string, more: Partial<Thing> = {}): Thing => ({ id, title: id, ...more });
const square = (x: number, z: number, side: number): [number, number][] => [
  [x, z],
  [x + side, z],
  [x + side, z + side],
  [x, z + side],
];

const two: Scene = {
  rooms: {
    lab: { floor: square(0, 0, 10), doors: [{ wall: 1, at: 2, width: 1, to: "radio" }] },
    radio: { floor: square(10, 0, 5), doors: [{ wall: 3, at: 2, width: 1, to: "lab" }], walls: { color: "#112233" } },
    yard: { floor: square(0, 12, 6), outdoor: true },
  },
};

test("two rooms that touch share one wall, with one door, in both colours", () => {
  const { walls } = layOut(two, []);
  const between = walls.filter(w => w.a[0] === 10 && w.b[0] === 10 && Math.max(w.a[1], w.b[1]) <= 5);
  expect(between).toHaveLength(1);
  expect(between[0]?.holes).toHaveLength(1);
  expect(between[0]?.behind).toBe("#112233");
  // What is left of the lab's wall, south of the small room, looks outside.
  expect(walls.find(w => w.a[0] === 10 && w.b[0] === 10 && Math.max(w.a[1], w.b[1]) > 5)?.behind).toBeNull();
});

test("an outdoor room has no walls", () => {
  expect(layOut({ rooms: { yard: two.rooms?.yard as Room } }, []).walls).toHaveLength(0);
});

test("a wall's normal points into its room, whichever way round its corners go", () => {
  for (const floor of [square(2, 3, 4), square(2, 3, 4).reverse()])
    for (const wall of layOut({ rooms: { a: { floor } } }, []).walls) {
      const middle: [number, number] = [(wall.a[0] + wall.b[0]) / 2, (wall.a[1] + wall.b[1]) / 2];
      expect(isInside(floor, [middle[0] + wall.inward[0] * 0.1, middle[1] + wall.inward[1] * 0.1])).toBe(true);
    }
  expect(turning(square(0, 0, 1))).toBeGreaterThan(0);
});

test("doors and windows cut a wall: what is solid has the wall's area less the openings'", () => {
  const room: Room = {
    floor: square(0, 0, 8),
    height: 3,
    doors: [{ wall: 0, at: 1, width: 1, height: 2 }],
    windows: [{ wall: 0, at: 4, width: 2, height: 1.5, sill: 1 }],
  };
  const [wall] = layOut({ rooms: { a: room } }, []).walls;
  if (!wall) throw new Error("no wall");
  const area = solids(wall).reduce((sum, s) => sum + (s.to - s.from) * (s.top - s.bottom), 0);
  expect(area).toBeCloseTo(8 * 3 - 1 * 2 - 2 * 1.5);
  expect(solids(wall).some(s => s.bottom === 0 && s.from < 1.5 && s.to > 1.5)).toBe(false);
});

test("a thing that is a door stands in its opening, as large as that, facing out", () => {
  const scene: Scene = {
    rooms: { a: { floor: square(0, 0, 4), doors: [{ wall: 2, at: 1, width: 1.2, thing: "d" }] } },
  };
  const [door] = layOut(scene, [thing("d", { "gemeo:kind": "door" })]).placed;
  expect(door?.position[0]).toBeCloseTo(2.4);
  expect(door?.position[2]).toBeCloseTo(4);
  expect(door?.size?.[0]).toBeCloseTo(1.2);
  expect(door?.rotation).toBeCloseTo(0);
});

test("the scene's place and turn are taken as they are, in radians", () => {
  const scene: Scene = { things: { lamp: { position: [1, 2, 3], rotation: 90, kind: "lamp" } } };
  expect(layOut(scene, [thing("lamp")]).placed[0]).toMatchObject({
    kind: "lamp",
    position: [1, 2, 3],
    rotation: Math.PI / 2,
  });
});

test("things without a place are set out in their room, apart from each other", () => {
  const things = Array.from({ length: 40 }, (_, n) => thing(`s${n}`, { "gemeo:room": "lab" }));
  const { placed, roomOf } = layOut(two, things);
  const at = placed.map((p): [number, number] => [p.position[0], p.position[2]]);
  expect(at.every(p => isInside(square(0, 0, 10), p))).toBe(true);
  expect(roomOf.get("s7")).toBe("lab");
  for (const [n, p] of at.entries()) for (const q of at.slice(n + 1)) expect(distance(p, q)).toBeGreaterThan(0.5);
});

test("a thousand sensors of a lab without a scene stand in rows on plain ground", () => {
  const { placed, bounds, hasRooms } = layOut(
    null,
    Array.from({ length: 1000 }, (_, n) => thing(`load-${n}`, { "gemeo:kind": "sensor" })),
  );
  expect(hasRooms).toBe(false);
  expect(new Set(placed.map(p => p.position.join())).size).toBe(1000);
  expect(bounds.max[0] - bounds.min[0]).toBeLessThan(60);
  expect(bounds.max[1] - bounds.min[1]).toBeLessThan(60);
});

test("things of no room stand beside the rooms, not in them", () => {
  const { placed } = layOut(two, [thing("stray")]);
  expect(placed[0]?.position[2]).toBeGreaterThan(18);
});

test("rooms that only tell their size stand side by side", () => {
  const { rooms } = layOut({ rooms: { a: { size: [4, 3] }, b: { size: [2, 2] } } }, []);
  expect(rooms[1]?.corners[0]).toEqual([4, 0]);
});

test("people come in where the scene says, else in the middle of the first room", () => {
  expect(layOut({ ...two, spawn: { position: [1, 0, 2], rotation: 180 } }, []).spawn).toEqual({
    position: [1, 0, 2],
    yaw: Math.PI,
  });
  expect(layOut(two, []).spawn.position).toEqual([5, 0, 5]);
});

test("a lab with nothing in it still has ground to stand on", () => {
  const { bounds } = layOut(null, []);
  expect(bounds.max[0]).toBeGreaterThan(bounds.min[0]);
});
