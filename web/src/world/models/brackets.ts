import { type Color, type Matrix4, Mesh, MeshBasicMaterial, Vector3 } from "three";
import { mergeGeometries } from "three/examples/jsm/utils/BufferGeometryUtils.js";
import { block } from "./shape";

const signs = [-1, 1];

/** Marks the selected thing by the corners of its box, seen on a wall as well as on a table. */
export class Brackets {
  readonly mesh: Mesh<ReturnType<typeof block>, MeshBasicMaterial>;

  constructor(accent: Color) {
    this.mesh = new Mesh(block(0, 0, 0), new MeshBasicMaterial({ toneMapped: false }));
    this.mesh.material.color = accent;
    this.mesh.matrixAutoUpdate = false;
    this.mesh.visible = false;
    this.mesh.raycast = () => undefined;
  }

  /** Round the unit box that `box` puts in its place; null for none. */
  show(box: Matrix4 | null) {
    this.mesh.visible = box !== null;
    if (!box) return;
    const size = scaleOf(box);
    this.mesh.geometry.dispose();
    this.mesh.geometry = corners(size.addScalar(Math.min(size.length() * 0.05, 0.1)));
    this.mesh.matrix.copy(box).scale(new Vector3(1, 1, 1).divide(scaleOf(box)));
    this.mesh.matrixWorldNeedsUpdate = true;
  }

  dispose() {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}

const scaleOf = (matrix: Matrix4) => new Vector3().setFromMatrixScale(matrix);

function corners({ x, y, z }: Vector3) {
  const thick = Math.min(Math.max(Math.hypot(x, y, z) * 0.01, 0.003), 0.03);
  const bar = (of: number) => Math.min(of * 0.22, 0.4);
  const all = signs.flatMap(a =>
    signs.flatMap(b =>
      signs.flatMap(c => [
        block(bar(x), thick, thick).translate((a * (x - bar(x))) / 2, (b * y) / 2, (c * z) / 2),
        block(thick, bar(y), thick).translate((a * x) / 2, (b * (y - bar(y))) / 2, (c * z) / 2),
        block(thick, thick, bar(z)).translate((a * x) / 2, (b * y) / 2, (c * (z - bar(z))) / 2),
      ]),
    ),
  );
  return mergeGeometries(all);
}
