import {
  Box3,
  Color,
  type Group,
  type Material,
  Mesh,
  type MeshStandardMaterial,
  type Object3D,
  PropertyBinding,
  Vector3,
} from "three";
import type { Position } from "../lab/scene";

/** A node of the lab's own 3D file that is a thing. */
export interface Bound {
  thing: string;
  node: Object3D;
  position: Position;
  size: Position;
  materials: { material: MeshStandardMaterial; color: Color; emissive: Color; glow: number }[];
}

const Extra = "gemeo:thing";
const gone = new Color("#8b9196");
const warm = new Color("#ffcf7a");

/** Finds the nodes that are things: by name (as the file writes it, or as three.js does), or by what their extras say. */
export function bind(scene: Group, things: ReadonlySet<string>): Bound[] {
  const byName = new Map([...things].map(id => [PropertyBinding.sanitizeNodeName(id), id]));
  const bound: Bound[] = [];
  const taken = new Set<string>();
  scene.updateMatrixWorld(true);
  scene.traverse(node => {
    const told = node.userData[Extra] ?? node.userData.name ?? node.name;
    const thing = things.has(told) ? (told as string) : byName.get(node.name);
    if (!thing || taken.has(thing)) return;
    taken.add(thing);
    bound.push(asThing(thing, node));
  });
  return bound;
}

function asThing(thing: string, node: Object3D): Bound {
  node.userData.thing = thing;
  const box = new Box3().setFromObject(node);
  const materials: Bound["materials"] = [];
  node.traverse(part => {
    if (!(part instanceof Mesh)) return;
    // Two lamps may share a material in the file; one may be on and the other off.
    part.material = Array.isArray(part.material) ? part.material.map(own) : own(part.material);
    for (const material of [part.material].flat())
      if ("emissive" in material)
        materials.push({
          material,
          color: material.color.clone(),
          emissive: material.emissive.clone(),
          glow: material.emissiveIntensity,
        });
  });
  return {
    thing,
    node,
    position: box.getCenter(new Vector3()).toArray(),
    size: box.getSize(new Vector3()).toArray(),
    materials,
  };
}

const own = (material: Material) => material.clone();

/** Shows what the device reported: glowing by its brightness, grey when it cannot be reached. */
export function show({ materials }: Bound, light: number, away: boolean, marked: boolean) {
  for (const { material, color, emissive, glow } of materials) {
    material.color.copy(color);
    if (away) material.color.lerp(gone, 0.75);
    if (away) material.emissive.setScalar(0);
    else if (light > 0) material.emissive.copy(warm);
    else material.emissive.copy(emissive);
    material.emissiveIntensity = away ? 0 : light > 0 ? 0.35 + 1.1 * light : glow;
    if (marked && light === 0) {
      material.emissive.set("#0e7c86");
      material.emissiveIntensity = 0.35;
    }
  }
}

/** The thing that a part of the file belongs to. */
export function thingOf(part: Object3D | null): string | null {
  for (let at = part; at; at = at.parent) if (typeof at.userData.thing === "string") return at.userData.thing;
  return null;
}
