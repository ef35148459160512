import {
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedInterleavedBuffer,
  InstancedMesh,
  InterleavedBufferAttribute,
  type Material,
  Matrix4,
  Sphere,
  Vector3,
} from "three";
import { beat, ease, type Look, type Model, type Part } from "./look";
import type { Place } from "./place";

/** Milliseconds in which lights and colours change. */
export const fade = 250;

// What the graphics card gets for each instance: tint, glow, led, then mark, grey and level.
const width = 12;
const at = { tint: 0, glow: 3, led: 6, mark: 9, grey: 10, level: 11 };

/** All things of one model: where they stand, how they look, and how they get from one look to the next. */
export class Kin {
  readonly meshes: InstancedMesh[];
  readonly #parts: Part[];
  readonly #now: InstancedInterleavedBuffer;
  readonly #from: Float32Array;
  readonly #goal: Float32Array;
  readonly #begun: Float64Array;
  /** Of each: pose now, from, goal; turns; speed. */
  readonly #pose: Float32Array;
  readonly #poseBegun: Float64Array;
  readonly #shown: InstancedBufferAttribute[];
  readonly #underWay = new Set<number>();

  constructor(
    readonly model: Model,
    readonly places: Place[],
    material: Material,
  ) {
    const count = places.length;
    this.#now = new InstancedInterleavedBuffer(new Float32Array(count * width), width).setUsage(DynamicDrawUsage);
    this.#from = new Float32Array(count * width);
    this.#goal = new Float32Array(count * width);
    this.#begun = new Float64Array(count);
    this.#pose = new Float32Array(count * 5);
    this.#poseBegun = new Float64Array(count);
    this.#parts = model.parts();
    this.#shown = this.#parts.map(() => new InstancedBufferAttribute(new Float32Array(count).fill(1), 1));
    this.meshes = this.#parts.map((part, n) => this.#mesh(part, this.#shown[n] as InstancedBufferAttribute, material));
    for (let n = 0; n < count; n++) this.#stand(n);
  }

  /** The instance's glow, for the halo. */
  get glow(): InterleavedBufferAttribute {
    return new InterleavedBufferAttribute(this.#now, 3, at.glow);
  }

  /** Takes on a look: at once, or on the way from the look it has. */
  take(n: number, look: Look, now: number, atOnce: boolean) {
    const flash = !atOnce && this.model.blinks === true;
    if (!this.#aim(n, look) && !flash) return;
    const live = this.#now.array as Float32Array;
    const first = n * width;
    for (let k = 0; k < width; k++) this.#from[first + k] = (atOnce ? this.#goal : live)[first + k] as number;
    if (flash) for (let k = 0; k < 3; k++) this.#from[first + at.led + k] = (look.led[k] as number) * 3.5;
    this.#begun[n] = atOnce ? Number.NEGATIVE_INFINITY : now;
    this.#turnTo(n, look, now, atOnce);
    this.#underWay.add(n);
  }

  mark(n: number, strength: number) {
    const place = n * width + at.mark;
    for (const all of [this.#now.array, this.#from, this.#goal]) all[place] = strength;
    this.#now.needsUpdate = true;
  }

  /** Goes on; "quick" while something changes, "slow" while something merely turns or pulses, null when all is still. */
  step(now: number, seconds: number, still: boolean): "quick" | "slow" | null {
    let pace: "quick" | "slow" | null = null;
    if (this.#underWay.size > 0) this.#now.needsUpdate = true;
    for (const n of this.#underWay) {
      const going = this.#move(n, now, seconds, still);
      if (going === null) this.#underWay.delete(n);
      else if (pace !== "quick") pace = going;
    }
    return pace;
  }

  dispose() {
    for (const mesh of this.meshes) {
      mesh.geometry.dispose();
      mesh.dispose();
    }
  }

  #mesh(part: Part, shown: InstancedBufferAttribute, material: Material): InstancedMesh {
    const { geometry } = part;
    for (const [name, offset] of [
      ["iTint", at.tint],
      ["iGlow", at.glow],
      ["iLed", at.led],
      ["iState", at.mark],
    ] as const)
      geometry.setAttribute(name, new InterleavedBufferAttribute(this.#now, 3, offset));
    geometry.setAttribute("iShown", shown);
    const mesh = new InstancedMesh(geometry, material, this.places.length);
    if (part.move) mesh.instanceMatrix.setUsage(DynamicDrawUsage);
    mesh.castShadow = this.model.casts === true;
    mesh.receiveShadow = true;
    mesh.boundingSphere = this.#bounds();
    // Picking is done with boxes (Crowd).
    mesh.raycast = () => undefined;
    return mesh;
  }

  #bounds(): Sphere {
    const { measure, middle, reach = 0 } = this.model;
    const half = Math.hypot(...measure) / 2 + reach;
    const all = new Sphere().makeEmpty();
    for (const { matrix } of this.places)
      all.union(new Sphere(new Vector3(...middle).applyMatrix4(matrix), half * matrix.getMaxScaleOnAxis()));
    return all;
  }

  /** Sets the goal; false when it is the goal already. */
  #aim(n: number, look: Look): boolean {
    const goal = this.#goal;
    const first = n * width;
    let other = false;
    const set = (k: number, value: number) => {
      const single = Math.fround(value);
      other ||= goal[first + k] !== single;
      goal[first + k] = single;
    };
    for (let k = 0; k < 3; k++) {
      set(at.tint + k, look.tint[k] as number);
      set(at.glow + k, look.glow[k] as number);
      set(at.led + k, look.led[k] as number);
    }
    set(at.grey, look.grey);
    set(at.level, look.level);
    const pose = this.#pose.subarray(n * 5, n * 5 + 5);
    return other || pose[2] !== Math.fround(look.pose) || pose[4] !== Math.fround(look.speed);
  }

  #turnTo(n: number, look: Look, now: number, atOnce: boolean) {
    const pose = this.#pose.subarray(n * 5, n * 5 + 5);
    pose[4] = look.speed;
    if (pose[2] === Math.fround(look.pose) && !atOnce) return;
    pose[2] = look.pose;
    pose[1] = atOnce ? look.pose : (pose[0] as number);
    this.#poseBegun[n] = atOnce ? Number.NEGATIVE_INFINITY : now;
  }

  #move(n: number, now: number, seconds: number, still: boolean): "quick" | "slow" | null {
    const fading = this.#shine(n, now, still);
    const pose = this.#pose.subarray(n * 5, n * 5 + 5);
    const way = (now - (this.#poseBegun[n] as number)) / (this.model.moves ?? fade);
    const moves = pose[0] !== pose[2];
    const [from, goal, speed] = [pose[1] as number, pose[2] as number, pose[4] as number];
    pose[0] = way >= 1 ? goal : from + (goal - from) * ease(way);
    const turns = speed > 0 && !still;
    if (turns) pose[3] = ((pose[3] as number) + seconds * speed) % 1000;
    if (moves || turns) this.#stand(n);
    return fading || pose[0] !== goal ? "quick" : turns ? "slow" : null;
  }

  /** The lights and colours of now; true while they still change. */
  #shine(n: number, now: number, still: boolean): boolean {
    const way = (now - (this.#begun[n] as number)) / fade;
    const t = ease(way);
    const first = n * width;
    const live = this.#now.array as Float32Array;
    for (let k = first; k < first + width; k++) {
      const from = this.#from[k] as number;
      live[k] = t >= 1 ? (this.#goal[k] as number) : from + ((this.#goal[k] as number) - from) * t;
    }
    if (this.model.pulses && !still && (this.#pose[n * 5 + 4] as number) > 0) {
      const strength = beat(this.#pose[n * 5 + 3] as number);
      for (let k = 0; k < 3; k++) live[first + at.led + k] = (live[first + at.led + k] as number) * strength;
    }
    return way < 1;
  }

  /** Puts the instance's parts where they belong. */
  #stand(n: number) {
    const place = this.places[n] as Place;
    const [pose, turns] = [this.#pose[n * 5] as number, this.#pose[n * 5 + 3] as number];
    this.#parts.forEach((part, p) => {
      const mesh = this.meshes[p] as InstancedMesh;
      const root = part.rigid ? place.rigid : place.matrix;
      const shown = part.shown?.(pose) ?? 1;
      if (part.move) {
        part.move(moved, pose, turns);
        mesh.setMatrixAt(n, shown > 0 ? moved.premultiply(root) : nowhere);
      } else mesh.setMatrixAt(n, root);
      mesh.instanceMatrix.needsUpdate = true;
      if (part.shown) (this.#shown[p] as InstancedBufferAttribute).setX(n, shown).needsUpdate = true;
    });
  }
}

const moved = new Matrix4();
const nowhere = new Matrix4().makeScale(0, 0, 0);
