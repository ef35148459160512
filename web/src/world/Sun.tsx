import { useEffect, useRef } from "react";
import type { DirectionalLight, Object3D } from "three";
import type { Daylight } from "./daylight";
import { middleOf } from "./geometry";
import type { Layout } from "./layout";

/** Sun (or moon) and sky. The shadow covers the lab and no more, so that it stays sharp. */
export function Sun({ day, bounds, shadows }: { day: Daylight; bounds: Layout["bounds"]; shadows: boolean }) {
  const light = useRef<DirectionalLight>(null);
  const target = useRef<Object3D>(null);
  const [x, z] = middleOf(bounds);
  const reach = Math.min(40, Math.hypot(bounds.max[0] - bounds.min[0], bounds.max[1] - bounds.min[1]) / 2 + 3);
  useEffect(() => {
    if (light.current && target.current) light.current.target = target.current;
  }, []);
  const [fx, fy, fz] = day.from;
  const far = reach / 9 + 1;
  return (
    <>
      <hemisphereLight args={[day.skyColor, day.groundColor, day.sky]} />
      <object3D ref={target} position={[x, 0, z]} />
      <directionalLight
        key={shadows ? reach : "plain"}
        ref={light}
        position={[x + fx * far, fy * far, z + fz * far]}
        color={day.sunColor}
        intensity={day.sun}
        castShadow={shadows}
        shadow-mapSize={[2048, 2048]}
        shadow-bias={-0.0004}
        shadow-normalBias={0.03}
        shadow-radius={4}
        shadow-intensity={0.75}
      >
        <orthographicCamera attach="shadow-camera" args={[-reach, reach, reach, -reach, 1, 26 * far]} />
      </directionalLight>
    </>
  );
}
