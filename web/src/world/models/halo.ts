import { InstancedMesh, type Material, Matrix4, PlaneGeometry } from "three";
import type { Kin } from "./Kin";

/** The shine round all lights of one model: a single drawing, which is nothing where they are dark. */
export function haloOf(kin: Kin, material: Material): InstancedMesh | null {
  const { halo } = kin.model;
  if (!halo) return null;
  const geometry = new PlaneGeometry(2, 2).setAttribute("iGlow", kin.glow);
  geometry.scale(halo.radius, halo.radius, 1);
  const mesh = new InstancedMesh(geometry, material, kin.places.length);
  kin.places.forEach(({ matrix }, n) => {
    mesh.setMatrixAt(n, new Matrix4().makeTranslation(...halo.at).premultiply(matrix));
  });
  mesh.computeBoundingSphere();
  mesh.raycast = () => undefined;
  mesh.renderOrder = 1;
  return mesh;
}
