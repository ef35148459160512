import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { get } from "../api/client";
import { secondsText } from "../lab/clock";
import { onEntry, onMessage } from "../live/link";
import type { Entry } from "../live/twins";
import { usePast } from "../past/PastProvider";
import { titleOf } from "../things/describe";
import type { Spot } from "./semantics";

const hundred = 100;
const pause = 200;
/** A request's address has its limits: of more spots than these the property's name alone is asked for. */
const named = 150;

/** The last hundred comings and goings, newest first and live, as the seed's own panel has them. */
export function SpotEvents({ spots }: { spots: Spot[] }) {
  const { t } = useTranslation("dashboard");
  const events = useSpotEvents(spots);
  const byId = new Map(spots.map(s => [s.thing.id, s.thing]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, too
    <section className="card spot-events" tabIndex={0} aria-label={t("lastEvents")}>
      <table>
        <caption>{t("lastEvents")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("time")}</th>
            <th scope="col">{t("spotColumn")}</th>
            <th scope="col">{t("state")}</th>
          </tr>
        </thead>
        <tbody>
          {events.map(event => (
            <tr key={`${event.thing} ${event.version}`}>
              <td>
                <time dateTime={event.time}>{secondsText(event.time)}</time>
              </td>
              <td>{titleOf(byId.get(event.thing), event.thing)}</td>
              <td className={event.value === true ? "taken" : "open"}>
                <i aria-hidden="true" /> {t(event.value === true ? "spot.taken" : "spot.open")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {events.length === 0 && <p className="quiet">{t("noEvents")}</p>}
    </section>
  );
}

function useSpotEvents(spots: Spot[]): Entry[] {
  const past = usePast();
  const [events, setEvents] = useState<Entry[]>([]);
  useEffect(() => {
    const asking = new AbortController();
    const names = new Map(spots.map(s => [s.thing.id, s.name]));
    const isOurs = (entry: Entry) =>
      entry.kind === "property" && entry.changed && names.get(entry.thing) === entry.name;
    const load = () =>
      void get<{ items: Entry[] }>(pathOf(spots, past), asking.signal).then(
        ({ items }) => setEvents(now => merged(now, items.filter(isOurs))),
        () => {},
      );
    const soon = setTimeout(load, past ? 300 : 0);
    if (past) setEvents([]);
    const stop = past ? () => {} : follow(isOurs, came => setEvents(now => merged(came, now)), load);
    return () => {
      asking.abort();
      clearTimeout(soon);
      stop();
    };
  }, [spots, past]);
  return events;
}

function pathOf(spots: Spot[], past: string | null): string {
  const query = new URLSearchParams({ order: "desc", limit: String(hundred), kind: "property", changed: "true" });
  query.set("name", [...new Set(spots.map(s => s.name))].join(","));
  if (spots.length <= named) query.set("thing", spots.map(s => s.thing.id).join(","));
  if (past) query.set("to", past);
  return `/log?${query}`;
}

function follow(isOurs: (entry: Entry) => boolean, told: (came: Entry[]) => void, load: () => void): () => void {
  let came: Entry[] = [];
  const stops = [
    onEntry(entry => {
      if (isOurs(entry)) came = [entry, ...came].slice(0, hundred);
    }),
    onMessage("snapshot", load),
  ];
  const telling = setInterval(() => {
    if (came.length > 0) told(came);
    came = [];
  }, pause);
  return () => {
    clearInterval(telling);
    for (const stop of stops) stop();
  };
}

/** Newest first, each once. */
export function merged(a: Entry[], b: Entry[]): Entry[] {
  const seen = new Set<string>();
  return [...a, ...b]
    .filter(entry => {
      const key = `${entry.thing} ${entry.version}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((x, y) => (x.time < y.time ? 1 : x.time > y.time ? -1 : 0))
    .slice(0, hundred);
}
