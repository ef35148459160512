import { type CSSProperties, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { go } from "../app/address";
import { known } from "../lab/lab";
import { useTwin } from "../live/useTwin";
import { titleOf } from "../things/describe";
import { planOf } from "./layout";
import type { Spot } from "./semantics";

/** The spots from above, where the scene puts them; else one after the other. */
export function SpotGrid({ spots }: { spots: Spot[] }) {
  const scene = known(k => k.lab?.scene ?? null);
  const plan = useMemo(
    () =>
      planOf(
        spots.map(s => s.thing.id),
        scene,
      ),
    [spots, scene],
  );
  const place = (id: string): CSSProperties => {
    const plot = plan?.plots.get(id);
    if (!plot) return {};
    return { left: `${plot.left}%`, top: `${plot.top}%`, width: `${plot.width}%`, height: `${plot.height}%` };
  };
  return (
    <ul className={`card spots${plan ? " plan" : ""}`}>
      <li className="spots-plan" style={plan ? { aspectRatio: plan.aspect } : {}}>
        <ul>
          {spots.map(spot => (
            <SpotCell key={spot.thing.id} spot={spot} style={place(spot.thing.id)} />
          ))}
        </ul>
      </li>
    </ul>
  );
}

function SpotCell({ spot: { thing, name }, style }: { spot: Spot; style: CSSProperties }) {
  const { t } = useTranslation("dashboard");
  const twin = useTwin(thing.id);
  const value = twin?.properties[name]?.value;
  const state = twin?.available === false || typeof value !== "boolean" ? "unknown" : value ? "taken" : "open";
  return (
    <li style={style} className={`spot ${state}`} data-thing={thing.id}>
      <button type="button" onClick={() => go({ thing: thing.id })}>
        <span className="spot-name">{titleOf(thing, thing.id)}</span>
        {state === "taken" ? <Car /> : <span className="spot-mark">{state === "unknown" ? "?" : "P"}</span>}
        <span className="spot-word">{t(`spot.${state}`)}</span>
      </button>
    </li>
  );
}

const Car = () => (
  <svg className="spot-car" viewBox="0 0 40 72" aria-hidden="true">
    <rect x="4" y="2" width="32" height="68" rx="11" />
    <path d="M9 24q11-6 22 0l-2 8q-9-3-18 0zM11 54q9 3 18 0l2 7q-11 4-22 0z" />
    <path d="M8 5.500q3-2 6-1.500M32 5.500q-3-2-6-1.500" />
  </svg>
);
