import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import { Color, DynamicDrawUsage, Group, InstancedBufferAttribute, InstancedMesh, Matrix4 } from "three";
import { crowd, type Figure, figures, onStir, presenceOf } from "./crowd";
import { fadingMaterial } from "./fading";
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
  useFrame(() => {
    if (drawn.show(performance.now())) invalidate();
  });
  return (
    <>
      <primitive object={drawn.group} />
      {others.map(person => (
        <NameTag key={person.id} id={person.id} name={person.name} />
      ))}
    </>
  );
}

const place = new Matrix4();
const color = new Color();

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
  show(now: number): boolean {
    let n = 0;
    let goesOn = false;
    for (const figure of figures.values()) {
      if (n >= room) break;
      const seen = presenceOf(figure, now);
      if (seen === 0 && figure.left !== null) continue;
      goesOn ||= seen < 1 || !figure.track.isStill(now);
      this.#put(n++, figure, seen, now);
    }
    for (const part of this.#parts) {
      part.count = n;
      part.instanceMatrix.needsUpdate = true;
      if (part.instanceColor) part.instanceColor.needsUpdate = true;
    }
    this.#seen.needsUpdate = true;
    return goesOn;
  }

  #put(n: number, figure: Figure, seen: number, now: number) {
    const [x, y, z, yaw] = figure.track.at(now);
    const size = 0.7 + 0.3 * seen;
    place
      .makeRotationY(yaw)
      .scale({ x: size, y: size, z: size } as never)
      .setPosition(x, y, z);
    color.set(colorOf(figure.name));
    this.#seen.setX(n, seen);
    for (const part of this.#parts) part.setMatrixAt(n, place);
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
