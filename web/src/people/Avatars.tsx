import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import { Color, DynamicDrawUsage, Group, InstancedBufferAttribute, InstancedMesh, Matrix4, Vector3 } from "three";
import { apart } from "./apart";
import { crowd, type Figure, figures, onStir, presenceOf } from "./crowd";
import { fadingMaterial } from "./fading";
import type { Pose } from "./motion";
import { NameTag } from "./NameTag";
import { colorOf } from "./name";
import { bodyShape, eyesShape, faceShape, headShape } from "./shape";
import { useHere } from "./useHere";

// More than any room lets in; who is beyond it is not drawn.
const room = 1000;

/** The others in this room, for inside the canvas: four drawings however many they are, and no work of React's when they move. */
export default function Avatars() {
  useHere();
  const others = crowd(c => c.others);
  const drawn = useMemo(() => new Drawn(), []);
  const invalidate = useThree(three => three.invalidate);
  useEffect(() => onStir(invalidate), [invalidate]);
  useEffect(() => () => drawn.dispose(), [drawn]);
  useFrame(({ camera }) => {
    if (drawn.show(performance.now(), camera.position)) invalidate();
    // Before the names, which go where the heads are.
  }, -1);
  return (
    <>
      <primitive object={drawn.group} />
      {others.map(person => (
        <NameTag key={person.id} id={person.id} name={person.name} />
      ))}
    </>
  );
}

const matrix = new Matrix4();
const stretch = new Vector3();
const color = new Color();

/** Where everybody is drawn at a moment; true while there is more to come. */
function place(all: Figure[], now: number, eye: Vector3): boolean {
  const poses = apart(all.map(figure => figure.track.at(now)));
  let goesOn = false;
  all.forEach((figure, n) => {
    const there = presenceOf(figure, now);
    figure.shown = poses[n] as Pose;
    // Nobody's inside is looked at.
    figure.seen = there * nearness(figure.shown, eye);
    goesOn ||= there < 1 || !figure.track.isStill(now);
  });
  return goesOn;
}

const nearness = ([x, , z]: Pose, eye: Vector3) =>
  Math.min(1, Math.max(0, (Math.hypot(x - eye.x, z - eye.z) - 0.4) * 3));

class Drawn {
  readonly group = new Group();
  readonly #seen = new InstancedBufferAttribute(new Float32Array(room), 1).setUsage(DynamicDrawUsage);
  readonly #parts: InstancedMesh[];
  readonly #colored: InstancedMesh[];

  constructor() {
    const body = this.#part(bodyShape(), fadingMaterial({ roughness: 0.55 }));
    const head = this.#part(headShape(), fadingMaterial({ roughness: 0.5 }));
    const face = this.#part(faceShape(), fadingMaterial({ color: "#1b2733", roughness: 0.25 }));
    const eyes = this.#part(eyesShape(), fadingMaterial({ color: "#ffffff", emissive: "#bfe9ff", roughness: 0.3 }));
    this.#parts = [body, head, face, eyes];
    this.#colored = [body, head];
    this.group.add(...this.#parts);
  }

  #part(shape: ReturnType<typeof bodyShape>, material: ReturnType<typeof fadingMaterial>): InstancedMesh {
    shape.setAttribute("seen", this.#seen);
    const mesh = new InstancedMesh(shape, material, room);
    mesh.count = 0;
    // They move about; where the first of them stood tells nothing.
    mesh.frustumCulled = false;
    mesh.castShadow = true;
    return mesh;
  }

  /** True while there is more to be seen of it. */
  show(now: number, eye: Vector3): boolean {
    const goesOn = place([...figures.values()], now, eye);
    const seen = [...figures.values()].slice(0, room);
    seen.forEach((figure, n) => {
      this.#put(n, figure);
    });
    for (const part of this.#parts) {
      part.count = seen.length;
      part.instanceMatrix.needsUpdate = true;
      if (part.instanceColor) part.instanceColor.needsUpdate = true;
    }
    this.#seen.needsUpdate = true;
    return goesOn;
  }

  #put(n: number, { shown: [x, y, z, yaw], seen, name }: Figure) {
    const size = 0.7 + 0.3 * seen;
    matrix.makeRotationY(yaw).scale(stretch.setScalar(size)).setPosition(x, y, z);
    color.set(colorOf(name));
    this.#seen.setX(n, seen);
    for (const part of this.#parts) part.setMatrixAt(n, matrix);
    for (const part of this.#colored) part.setColorAt(n, color);
  }

  dispose() {
    for (const part of this.#parts) {
      part.geometry.dispose();
      (part.material as { dispose(): void }).dispose();
      part.dispose();
    }
  }
}
