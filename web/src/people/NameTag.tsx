import { useFrame } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import { type Camera, CanvasTexture, type PerspectiveCamera, type Sprite, SRGBColorSpace, Vector3 } from "three";
import { figures } from "./crowd";
import { colorOf } from "./name";
import { headTop } from "./shape";

const where = new Vector3();
// As high as a line of text wherever somebody stands; but in metres neither tiny before one's nose nor a house from far away.
const [pixels, least, most] = [25, 0.09, 1.1];

/** A name over a head. */
export function NameTag({ id, name }: { id: string; name: string }) {
  const sprite = useRef<Sprite>(null);
  const { texture, ratio } = useMemo(() => painted(name), [name]);
  useEffect(() => () => texture.dispose(), [texture]);
  useFrame(({ camera, size }) => {
    const [tag, figure] = [sprite.current, figures.get(id)];
    if (!tag) return;
    tag.visible = figure !== undefined;
    if (!figure) return;
    const [x, y, z] = figure.shown;
    const far = camera.position.distanceTo(where.set(x, y + headTop, z));
    const height = Math.min(most, Math.max(least, (pixels * far * viewOf(camera)) / size.height));
    tag.position.set(x, y + headTop + 0.08 + height / 2, z);
    tag.scale.set(height * ratio, height, 1);
    tag.material.opacity = figure.seen;
  });
  return (
    <sprite ref={sprite} renderOrder={5}>
      <spriteMaterial map={texture} transparent depthWrite={false} toneMapped={false} />
    </sprite>
  );
}

/** How many metres high the view is, a metre away. */
const viewOf = (camera: Camera) => 2 * Math.tan((((camera as PerspectiveCamera).fov ?? 50) / 360) * Math.PI);

const font = "600 44px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/** White on a dark pill, with the person's colour beside it: readable on any wall. */
function painted(name: string): { texture: CanvasTexture; ratio: number } {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  pen.font = font;
  const height = 76;
  const width = Math.ceil(pen.measureText(name).width) + 100;
  // Another size wipes the canvas, and what the pen was told.
  Object.assign(canvas, { width, height });
  pen.font = font;
  pen.textBaseline = "middle";
  pen.fillStyle = "rgb(18 26 34 / 0.86)";
  pen.beginPath();
  pen.roundRect(0, 0, canvas.width, height, height / 2);
  pen.fill();
  pen.fillStyle = colorOf(name);
  pen.beginPath();
  pen.arc(40, height / 2, 15, 0, 7);
  pen.fill();
  pen.fillStyle = "#ffffff";
  pen.fillText(name, 66, height / 2 + 3);
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  return { texture, ratio: canvas.width / height };
}
