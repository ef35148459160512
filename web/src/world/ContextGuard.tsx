import { useThree } from "@react-three/fiber";
import { useEffect } from "react";

/** A browser may take the graphics card away at any time; then nothing is drawn any more, and somebody must say so. */
export function ContextGuard({ onLost }: { onLost: () => void }) {
  const element = useThree(s => s.gl.domElement);
  useEffect(() => {
    const lost = (event: Event) => {
      event.preventDefault();
      onLost();
    };
    element.addEventListener("webglcontextlost", lost);
    return () => element.removeEventListener("webglcontextlost", lost);
  }, [element, onLost]);
  return null;
}
