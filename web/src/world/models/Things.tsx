// A placeholder: boxes, until the built-in models take this file's place.
import type { JSX } from "react";

export interface Placed {
  id: string;
  kind: string;
  position: [number, number, number];
  /** radians about y */
  rotation: number;
  size?: [number, number, number];
}

export function Things(props: {
  placed: Placed[];
  onPick: (thing: string) => void;
  onHover: (thing: string | null) => void;
  hovered: string | null;
  selected: string | null;
}): JSX.Element {
  return (
    <group>
      {props.placed.map(one => (
        // biome-ignore lint/a11y/noStaticElementInteractions: not an element of the page
        <mesh
          key={one.id}
          position={one.position}
          rotation-y={one.rotation}
          onClick={event => {
            event.stopPropagation();
            props.onPick(one.id);
          }}
          onPointerOver={() => props.onHover(one.id)}
          onPointerOut={() => props.onHover(null)}
        >
          <boxGeometry args={[0.3, 0.3, 0.3]} />
          <meshStandardMaterial color={props.hovered === one.id ? "#f2b134" : "#0e7c86"} />
        </mesh>
      ))}
    </group>
  );
}
