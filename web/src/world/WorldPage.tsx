import { useCallback, useState } from "react";
import { Blank } from "../app/Blank";
import { known } from "../lab/lab";
import { Guarded } from "./Guarded";
import { means } from "./machine";
import { NoWorld } from "./NoWorld";
import { World } from "./World";
import "./world.css";

/** The lab as a place. Where it cannot be shown, the page says why and leads to the list, which is equal to it. */
export default function WorldPage() {
  const scene = known(k => k.lab?.scene);
  const empty = known(k => k.things.size === 0);
  const [can] = useState(() => means());
  const [lost, setLost] = useState(false);
  const lose = useCallback(() => setLost(true), []);
  if (empty && !scene?.rooms && !scene?.model) return <Blank what="noThings" />;
  if (can === "none") return <NoWorld why="none" />;
  if (lost) return <NoWorld why="lost" again={() => setLost(false)} />;
  return (
    <Guarded onFault={lose}>
      <World means={can} onLost={lose} />
    </Guarded>
  );
}
