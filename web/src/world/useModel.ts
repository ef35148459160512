import { useEffect, useState } from "react";
import { Box3, type Group, Mesh, type Object3D } from "three";
import { GLTFLoader } from "three/examples/jsm/loaders/GLTFLoader.js";
import { ask } from "../api/client";
import { type Bound, bind } from "./bindings";

export interface Model {
  scene: Group;
  bound: Bound[];
  box: Box3;
}

type Loaded = { state: "none" | "loading" } | { state: "there"; model: Model } | { state: "failed"; why: string };

const none: Loaded = { state: "none" };

/** The lab's own 3D file, fetched with the key like all else. */
export function useModel(file: string | undefined, ids: ReadonlySet<string>): Loaded {
  const [loaded, setLoaded] = useState<Loaded>(file ? { state: "loading" } : none);
  useEffect(() => {
    if (!file) return setLoaded(none);
    const stop = new AbortController();
    setLoaded({ state: "loading" });
    load(ids, stop.signal).then(
      model => setLoaded({ state: "there", model }),
      why =>
        stop.signal.aborted || setLoaded({ state: "failed", why: why instanceof Error ? why.message : String(why) }),
    );
    return () => stop.abort();
  }, [file, ids]);
  useEffect(() => (loaded.state === "there" ? () => free(loaded.model.scene) : undefined), [loaded]);
  return loaded;
}

async function load(ids: ReadonlySet<string>, signal: AbortSignal): Promise<Model> {
  const answer = await ask("/lab/model", { signal });
  const { scene } = await new GLTFLoader().parseAsync(await answer.arrayBuffer(), "");
  signal.throwIfAborted();
  scene.traverse(part => {
    if (part instanceof Mesh) part.castShadow = part.receiveShadow = true;
  });
  return { scene, bound: bind(scene, ids), box: new Box3().setFromObject(scene) };
}

function free(scene: Object3D) {
  scene.traverse(part => {
    if (!(part instanceof Mesh)) return;
    part.geometry.dispose();
    for (const material of [part.material].flat()) material.dispose();
  });
}
