/** A box of a small 3D file; what it is named is what it is bound by. */
export interface Solid {
  name: string;
  at: [number, number, number];
  size: [number, number, number];
  color: [number, number, number];
  extras?: Record<string, unknown>;
}

const faces: [number[], number[][]][] = [
  [
    [0, 0, 1],
    [
      [-1, -1, 1],
      [1, -1, 1],
      [1, 1, 1],
      [-1, 1, 1],
    ],
  ],
  [
    [0, 0, -1],
    [
      [1, -1, -1],
      [-1, -1, -1],
      [-1, 1, -1],
      [1, 1, -1],
    ],
  ],
  [
    [1, 0, 0],
    [
      [1, -1, 1],
      [1, -1, -1],
      [1, 1, -1],
      [1, 1, 1],
    ],
  ],
  [
    [-1, 0, 0],
    [
      [-1, -1, -1],
      [-1, -1, 1],
      [-1, 1, 1],
      [-1, 1, -1],
    ],
  ],
  [
    [0, 1, 0],
    [
      [-1, 1, 1],
      [1, 1, 1],
      [1, 1, -1],
      [-1, 1, -1],
    ],
  ],
  [
    [0, -1, 0],
    [
      [-1, -1, -1],
      [1, -1, -1],
      [1, -1, 1],
      [-1, -1, 1],
    ],
  ],
];

/** Writes a binary glTF of boxes: one cube, a node and a material for each. */
export function glb(solids: Solid[]): Buffer {
  const points = new Float32Array(faces.flatMap(([, corners]) => corners.flat().map(n => n / 2)));
  const normals = new Float32Array(faces.flatMap(([normal, corners]) => corners.flatMap(() => normal)));
  const indices = new Uint16Array(faces.flatMap((_, n) => [0, 1, 2, 0, 2, 3].map(i => i + n * 4)));
  const bytes = Buffer.concat([points, normals, indices].map(a => Buffer.from(a.buffer)));
  const view = (byteOffset: number, byteLength: number, target: number) => ({
    buffer: 0,
    byteOffset,
    byteLength,
    target,
  });
  const json = {
    asset: { version: "2.0" },
    scene: 0,
    scenes: [{ nodes: solids.map((_, n) => n) }],
    nodes: solids.map(({ name, at, size, extras }, mesh) => ({ name, mesh, translation: at, scale: size, extras })),
    meshes: solids.map((_, material) => ({
      primitives: [{ attributes: { POSITION: 0, NORMAL: 1 }, indices: 2, material }],
    })),
    materials: solids.map(({ color }) => ({
      pbrMetallicRoughness: { baseColorFactor: [...color, 1], metallicFactor: 0, roughnessFactor: 0.8 },
    })),
    accessors: [
      { bufferView: 0, componentType: 5126, count: 24, type: "VEC3", min: [-0.5, -0.5, -0.5], max: [0.5, 0.5, 0.5] },
      { bufferView: 1, componentType: 5126, count: 24, type: "VEC3" },
      { bufferView: 2, componentType: 5123, count: 36, type: "SCALAR" },
    ],
    bufferViews: [view(0, 288, 34962), view(288, 288, 34962), view(576, 72, 34963)],
    buffers: [{ byteLength: bytes.length }],
  };
  const text = Buffer.from(JSON.stringify(json));
  return file(Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, " ")]), bytes);
}

function file(json: Buffer, binary: Buffer): Buffer {
  const chunk = (type: string, body: Buffer) => Buffer.concat([numbers(body.length), Buffer.from(type), body]);
  const body = Buffer.concat([chunk("JSON", json), chunk("BIN\0", binary)]);
  return Buffer.concat([Buffer.from("glTF"), numbers(2), numbers(body.length + 12), body]);
}

const numbers = (n: number) => Buffer.from(new Uint32Array([n]).buffer);
