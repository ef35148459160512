import { Canvas } from "@react-three/fiber";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ACESFilmicToneMapping } from "three";
import { useParam } from "../app/address";
import { known } from "../lab/lab";
import { useIsPast } from "../past/PastProvider";
import PeopleBar from "../people/PeopleBar";
import { act } from "./act";
import { ContextGuard } from "./ContextGuard";
import { Hints } from "./Hints";
import type { Means } from "./machine";
import { Scene } from "./Scene";
import { Stick } from "./Stick";
import { ThingList } from "./ThingList";
import { Toolbar } from "./Toolbar";
import { enlarged, useLayout } from "./useLayout";
import { useModel } from "./useModel";
import { usePointer } from "./usePointer";
import { flyTo, view } from "./view";

/** The scene with what lies over it: words on things, tools, the keyboard's list. */
export function World({ means, onLost }: { means: Means; onLost: () => void }) {
  const { t } = useTranslation("world");
  const scene = known(k => k.lab?.scene);
  const { layout, ids } = useLayout();
  const loaded = useModel(scene?.model, ids);
  const model = loaded.state === "there" ? loaded.model : null;
  const whole = useEnlarged(layout, model);
  const [slow, setSlow] = useState(false);
  const overlay = useRef<HTMLDivElement>(null);
  const past = useIsPast();
  const pointer = usePointer(thing => act(thing, past));
  const hovering = view(v => v.hovered !== null);
  useFlight(useParam("thing"));
  return (
    <div className={`world${hovering ? " pointing" : ""}`} {...pointer.handlers}>
      {loaded.state === "loading" ? (
        <p className="world-wait quiet" role="status">
          <span className="spinner" aria-hidden="true" />
          {t("drawing")}
        </p>
      ) : (
        <Canvas
          aria-label={t("scene")}
          role="img"
          frameloop="demand"
          dpr={means === "rich" ? [1, 2] : 0.75}
          shadows={means === "rich" ? "percentage" : false}
          gl={{ antialias: means === "rich", toneMapping: ACESFilmicToneMapping, toneMappingExposure: 1.12 }}
          camera={{ fov: 30, near: 0.08, far: 600, position: [20, 18, 30] }}
        >
          <ContextGuard onLost={onLost} />
          <Scene
            layout={whole}
            model={model}
            drawRooms={!model || scene?.drawRooms === true}
            means={means}
            overlay={overlay}
            onPick={pointer.pick}
            onSlow={() => setSlow(true)}
          />
        </Canvas>
      )}
      <div ref={overlay} className="world-labels" aria-hidden="true" />
      <ThingList layout={whole} past={past} />
      <Toolbar layout={whole} />
      <PeopleBar />
      <Stick />
      <Hints past={past} slow={slow} fault={loaded.state === "failed" ? loaded.why : null} />
    </div>
  );
}

function useEnlarged(layout: ReturnType<typeof useLayout>["layout"], model: Parameters<typeof enlarged>[1]) {
  const [kept, keep] = useState({ layout, model, whole: enlarged(layout, model) });
  if (kept.layout === layout && kept.model === model) return kept.whole;
  const whole = enlarged(layout, model);
  keep({ layout, model, whole });
  return whole;
}

/** A thing named in the address is flown to, at first sight and whenever its panel opens. */
function useFlight(thing: string | null) {
  useEffect(() => {
    if (thing) flyTo({ thing });
  }, [thing]);
}
