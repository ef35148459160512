import { useThree } from "@react-three/fiber";
import { useEffect } from "react";
import type { PerspectiveCamera } from "three";

/** How wide the eye sees, in degrees: narrow over a model on the table, wide among the benches. */
export function useField(degrees: number) {
  const camera = useThree(s => s.camera) as PerspectiveCamera;
  const invalidate = useThree(s => s.invalidate);
  useEffect(() => {
    camera.fov = degrees;
    camera.updateProjectionMatrix();
    invalidate();
  }, [camera, degrees, invalidate]);
}
