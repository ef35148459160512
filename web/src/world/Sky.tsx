import { useMemo } from "react";
import { BackSide, BufferAttribute, Color, SphereGeometry } from "three";
import type { Daylight } from "./daylight";

const radius = 320;

/** The dome: clear above, hazy at the horizon, where the ground fades into it. */
export function Sky({ day }: { day: Daylight }) {
  const dome = useMemo(() => {
    const geometry = new SphereGeometry(radius, 32, 24);
    const position = geometry.getAttribute("position");
    const [low, high] = [new Color(day.horizon), new Color(day.zenith)];
    const colors = new Float32Array(position.count * 3);
    for (let n = 0; n < position.count; n++) {
      const up = Math.max(0, position.getY(n) / radius);
      low
        .clone()
        .lerp(high, Math.min(1, up * 1.6) ** 0.7)
        .toArray(colors, n * 3);
    }
    geometry.setAttribute("color", new BufferAttribute(colors, 3));
    return geometry;
  }, [day]);
  return (
    <>
      <fog attach="fog" args={[day.horizon, 60, 240]} />
      <mesh geometry={dome} raycast={nothing} renderOrder={-1}>
        <meshBasicMaterial vertexColors side={BackSide} fog={false} toneMapped={false} depthWrite={false} />
      </mesh>
      <mesh rotation-x={-Math.PI / 2} position-y={-0.6} raycast={nothing}>
        <circleGeometry args={[radius, 48]} />
        <meshBasicMaterial color={day.earth} toneMapped={false} />
      </mesh>
    </>
  );
}

/** For what is only looked at: a click goes through it. */
export const nothing = () => undefined;
