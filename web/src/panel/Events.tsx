import { useTranslation } from "react-i18next";
import { get } from "../api/client";
import type { Entry } from "../live/twins";
import { type Thing, titleOf, valueText } from "../things/describe";
import { Age } from "./Age";
import { useNewest } from "./useNewest";

const kind = {
  kind: "event" as const,
  load: async (thing: string, until: string | null, signal: AbortSignal) => {
    const to = until ? `&to=${encodeURIComponent(until)}` : "";
    const what = `thing=${encodeURIComponent(thing)}&kind=event&order=desc&limit=10${to}`;
    return (await get<{ items: Entry[] }>(`/log?${what}`, signal)).items;
  },
  read: (entry: Entry) => entry,
  keyOf: (entry: Entry) => String(entry.version).padStart(12, "0"),
  keep: 10,
};

/** What happened at a thing, as its device told it. */
export function Events({ thing }: { thing: Thing }) {
  const { t } = useTranslation("panel");
  const { items, fault } = useNewest<Entry>(thing.id, kind);
  return (
    <section className="panel-part" aria-labelledby="panel-events">
      <h3 id="panel-events">{t("events")}</h3>
      {fault && <p className="fault">{t("notRead", { why: fault.message })}</p>}
      {items?.length === 0 && <p className="quiet small">{t("noEvents")}</p>}
      <ol className="commands">
        {items?.map(({ version, name, value, time }) => (
          <li key={version}>
            <span className="mark-of wait" aria-hidden="true" />
            <p>
              <strong>{titleOf(thing.events?.[name], name)}</strong>{" "}
              {value !== null && value !== undefined && <span>{valueText(value, thing.events?.[name]?.data)}</span>}
            </p>
            <p className="quiet small">
              <Age time={time} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
