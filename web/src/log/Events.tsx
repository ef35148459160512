import { useCallback, useDeferredValue, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParam } from "../app/address";
import { timeText } from "../lab/clock";
import { useThings } from "../lab/lab";
import { Icon } from "../look/Icon";
import { fold, hasWords } from "../words/fold";
import { LogFilters } from "./LogFilters";
import { LogRow } from "./LogRow";
import { sentenceOf } from "./sentence";
import { useFeed } from "./useFeed";

/** The log, newest first. New rows come in at the top only when that moves nothing under the reader. */
export function Events({ past }: { past: string | null }) {
  const { t } = useTranslation("log");
  const things = useThings();
  const [thing, kind] = [useParam("of"), useParam("entry")];
  const [text, setText] = useState("");
  const [repeated, setRepeated] = useState(false);
  const [paused, setPaused] = useState(false);
  const words = useDeferredValue(text);
  const place = useRef<HTMLElement>(null);
  const held = useRef<() => boolean>(() => false);
  held.current = () => paused || isReading(place.current);
  const { feed, shown } = useFeed({ thing, kind, repeated, past }, held);
  const rows = words.trim() === "" ? shown.rows : shown.rows.filter(row => says(row, things.get(row.thing), words));
  const letIn = () => {
    setPaused(false);
    place.current?.scrollTo({ top: 0 });
    feed.tick(false);
  };
  return (
    <section className="page log-page" ref={place} aria-label={t("tab.events")}>
      <LogFilters
        text={text}
        onText={setText}
        repeated={repeated}
        onRepeated={setRepeated}
        paused={past ? null : paused}
        onPaused={setPaused}
      />
      <p className="quiet small">
        {past ? t("until", { time: timeText(past) }) : t(words ? "searchesLoaded" : "newest")}
      </p>
      <div className="log-chip" role="status">
        {shown.waiting > 0 && (
          <button type="button" className="button primary" onClick={letIn}>
            <Icon name="upload" size={16} />
            {t("fresh", { count: shown.waiting })}
          </button>
        )}
      </div>
      <ol className="log-rows">
        {rows.map(row => (
          <LogRow key={`${row.thing} ${row.version}`} entry={row} thing={things.get(row.thing)} />
        ))}
      </ol>
      <End shown={shown} empty={rows.length === 0} onOlder={() => void feed.older()} />
    </section>
  );
}

function End({
  shown,
  empty,
  onOlder,
}: {
  shown: ReturnType<typeof useFeed>["shown"];
  empty: boolean;
  onOlder: () => void;
}) {
  const { t } = useTranslation(["log", "app"]);
  const seen = useRef<IntersectionObserver>(null);
  // The end comes into sight: the next page is asked for. By the button, too, which a keyboard reaches.
  const watch = useCallback(
    (end: HTMLElement | null) => {
      seen.current?.disconnect();
      if (!end) return;
      // The margin counts from what scrolls, not from the window.
      const about = { root: end.closest(".page"), rootMargin: "300px" };
      seen.current = new IntersectionObserver(([one]) => one?.isIntersecting && onOlder(), about);
      seen.current.observe(end);
    },
    [onOlder],
  );
  if (shown.loading)
    return (
      <p className="log-end quiet" role="status">
        {t("log:loading")}
      </p>
    );
  if (shown.fault)
    return (
      <div className="log-end" role="alert">
        <p>{shown.fault instanceof Error ? shown.fault.message : String(shown.fault)}</p>
        <button type="button" className="button" onClick={onOlder}>
          {t("app:again")}
        </button>
      </div>
    );
  if (shown.more)
    return (
      <div className="log-end" ref={empty ? undefined : watch}>
        {empty && <p>{t("log:noneYet")}</p>}
        <button type="button" className="button" onClick={onOlder}>
          {t("log:older")}
        </button>
      </div>
    );
  return <p className="log-end quiet">{t(empty ? "log:none" : "log:beginning")}</p>;
}

/** Somebody reads who has scrolled down, opened a row, or stands in one with the keyboard. */
function isReading(place: HTMLElement | null): boolean {
  if (!place) return false;
  const rows = place.querySelector(".log-rows");
  return place.scrollTop > 8 || Boolean(rows?.contains(document.activeElement) || rows?.querySelector("details[open]"));
}

function says(row: Parameters<typeof sentenceOf>[0], thing: Parameters<typeof sentenceOf>[1], words: string): boolean {
  const { who, what } = sentenceOf(row, thing);
  return hasWords(fold(`${who} ${what} ${row.thing} ${row.name}`), words);
}
