// A placeholder: boxes, until the built-in models take this file's place.
import type { ThreeEvent } from "@react-three/fiber";
import { type JSX, useLayoutEffect, useRef } from "react";
import { type InstancedMesh, Object3D } from "three";

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
  const mesh = useRef<InstancedMesh>(null);
  useLayoutEffect(() => {
    const place = new Object3D();
    for (const [n, { position, rotation }] of props.placed.entries()) {
      place.position.set(position[0], position[1] + 0.15, position[2]);
      place.rotation.y = rotation;
      place.updateMatrix();
      mesh.current?.setMatrixAt(n, place.matrix);
    }
    mesh.current?.computeBoundingSphere();
  }, [props.placed]);
  const of = (event: ThreeEvent<MouseEvent>) => {
    event.stopPropagation();
    return props.placed[event.instanceId ?? -1]?.id ?? null;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: not an element of the page
    <instancedMesh
      key={props.placed.length}
      ref={mesh}
      args={[undefined, undefined, props.placed.length]}
      onClick={event => {
        const thing = of(event);
        if (thing) props.onPick(thing);
      }}
      onPointerOver={event => props.onHover(of(event))}
      onPointerOut={() => props.onHover(null)}
    >
      <boxGeometry args={[0.3, 0.3, 0.3]} />
      <meshStandardMaterial color="#0e7c86" />
    </instancedMesh>
  );
}
