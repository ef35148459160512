import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { outcomes } from "../commands/orders";
import { known } from "../lab/lab";
import { useTwin } from "../live/useTwin";
import { act, open } from "./act";
import { byRoom } from "./byRoom";
import { sayOf } from "./labelText";
import type { Layout } from "./layout";
import { flyTo, view } from "./view";

/** For the keyboard and for whoever hears the page: every thing of the scene. It is seen only while the focus is in it. */
export function ThingList({ layout, past }: { layout: Layout; past: boolean }) {
  const { t } = useTranslation("world");
  const [inside, setInside] = useState(false);
  const ids = byRoom(layout).flatMap(group => group.things);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const here = ids[Math.min(at, ids.length - 1)];

  useEffect(() => {
    view.setState({ focused: inside ? (here ?? null) : null });
    return () => view.setState({ focused: null });
  }, [inside, here]);

  const move = (to: number) => {
    const next = Math.min(Math.max(to, 0), ids.length - 1);
    setAt(next);
    list.current?.querySelectorAll("button")[next]?.focus();
  };
  const press = (event: KeyboardEvent, thing: string) => {
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: ids.length - 1 };
    const to = steps[event.key];
    if (to !== undefined) move(to);
    else if (event.key === "p" || event.key === "P") open(thing);
    else if (event.key === "f" || event.key === "F") flyTo({ thing });
    else return;
    event.preventDefault();
  };
  return (
    <section
      className={inside ? "world-list card" : "world-list unseen"}
      aria-label={t("list")}
      data-keys
      onFocus={() => setInside(true)}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) setInside(false);
      }}
    >
      <p className="small quiet">{t("listHelp")}</p>
      <ul ref={list}>
        {ids.map((id, n) => (
          <li key={id}>
            <button
              type="button"
              data-thing={id}
              tabIndex={id === here ? 0 : -1}
              onFocus={() => setAt(n)}
              onKeyDown={event => press(event, id)}
              onClick={() => act(id, past)}
            >
              <Entry id={id} full={inside} past={past} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Kept cheap while nobody is in the list: a thousand things then cost nothing when they change. */
function Entry({ id, full, past }: { id: string; full: boolean; past: boolean }) {
  const thing = known(k => k.things.get(id));
  if (!full) return <span>{sayOf(id, thing, undefined, undefined, false, 0).name}</span>;
  return <LiveEntry id={id} past={past} />;
}

function LiveEntry({ id, past }: { id: string; past: boolean }) {
  const thing = known(k => k.things.get(id));
  const outcome = outcomes(o => o.byThing[id]);
  const said = sayOf(id, thing, useTwin(id), past ? undefined : outcome, true, Date.now());
  return (
    <>
      <span>{said.name}</span>
      {said.values && <span className="quiet"> {said.values}</span>}
      {said.note && <span className={`tag ${tone[said.tone]}`}>{said.note}</span>}
    </>
  );
}

const tone = { plain: "", away: "wait", pending: "wait", confirmed: "good", failed: "bad" };
