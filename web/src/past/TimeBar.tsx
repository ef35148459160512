import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParam } from "../app/address";
import { known } from "../lab/lab";
import { Icon } from "../look/Icon";
import { ExactTime } from "./ExactTime";
import { backToNow, pastLab, play, step } from "./pastLab";
import type { Speed } from "./replay";
import { Said } from "./Said";
import { TimeTrack } from "./TimeTrack";
import { lastOf, useMarks } from "./useMarks";
import { useSpace } from "./useSpace";
import { useView } from "./useView";
import { type Zoom, zooms } from "./view";
import { clockText, dayText } from "./zone";
import "./past.css";

/** Time travel: where one is, and all ways to elsewhere. */
export default function TimeBar() {
  const { t } = useTranslation("past");
  const zone = known(k => k.lab?.timeZone) ?? "UTC";
  const thing = useParam("thing");
  const { zoom, setZoom, view } = useView();
  const marks = useMarks(view, thing);
  const at = pastLab(s => s.at);
  return (
    <>
      <div className="past-frame" aria-hidden="true" />
      <section className="timebar" aria-label={t("bar")}>
        <div className="time-head">
          <span className="time-word">{t("past")}</span>
          {at > 0 && <Instant at={at} zone={zone} />}
          <button type="button" className="button primary time-now" onClick={backToNow}>
            {t("toNow")}
          </button>
        </div>
        <TimeTrack view={view} marks={marks} zone={zone} />
        <div className="time-tools">
          <Player thing={thing} />
          <Said last={lastOf(marks, at)} zone={zone} />
          <Choice<Zoom>
            label={t("zoom")}
            all={Object.keys(zooms) as Zoom[]}
            now={zoom}
            say={z => t(z)}
            choose={setZoom}
          />
          <ExactTime zone={zone} />
        </div>
      </section>
    </>
  );
}

function Instant({ at, zone }: { at: number; zone: string }) {
  return (
    <time className="time-instant" dateTime={new Date(at).toISOString()}>
      <strong>{clockText(at, zone)}</strong> <span>{dayText(at, zone)}</span>
    </time>
  );
}

const speeds: Speed[] = [1, 10, 100];

function Player({ thing }: { thing: string | null }) {
  const { t } = useTranslation("past");
  const speed = pastLab(s => s.speed);
  const [chosen, setChosen] = useState<Speed>(1);
  const toggle = useCallback(() => play(pastLab.getState().speed === 0 ? chosen : 0), [chosen]);
  useSpace(toggle);
  const choose = (next: Speed) => {
    setChosen(next);
    if (speed !== 0) play(next);
  };
  return (
    <div className="time-player">
      <button type="button" className="button icon" aria-label={t("before")} onClick={() => void step(-1, thing)}>
        <Icon name="back" />
      </button>
      <button type="button" className="button icon primary" aria-label={t(speed ? "pause" : "play")} onClick={toggle}>
        <Icon name={speed ? "pause" : "play"} />
      </button>
      <button type="button" className="button icon" aria-label={t("next")} onClick={() => void step(1, thing)}>
        <Icon name="go" />
      </button>
      <Choice<Speed> label={t("speed")} all={speeds} now={chosen} say={s => `×${s}`} choose={choose} />
    </div>
  );
}

interface Choices<T> {
  label: string;
  all: T[];
  now: T;
  say: (one: T) => string;
  choose: (one: T) => void;
}

function Choice<T extends string | number>({ label, all, now, say, choose }: Choices<T>) {
  return (
    <fieldset className="time-choice" aria-label={label}>
      {all.map(one => (
        <button key={one} type="button" aria-pressed={one === now} onClick={() => choose(one)}>
          {say(one)}
        </button>
      ))}
    </fieldset>
  );
}
