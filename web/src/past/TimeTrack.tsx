import { memo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { isBad } from "./happened";
import { pastLab, play, seek } from "./pastLab";
import type { Speed } from "./replay";
import type { Mark } from "./useMarks";
import { densityOf, stepOf, type View } from "./view";
import { clockText, dayText, shortText } from "./zone";

const settle = 120;
// Dragged it goes by the second; by keys in steps that cross the view.
const keys: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -20,
  PageUp: 20,
};

/** The slider over the kept time, with what happened drawn behind it. */
export function TimeTrack({ view, marks, zone }: { view: View; marks: Mark[]; zone: string }) {
  const { t } = useTranslation("past");
  const at = pastLab(s => s.at);
  const before = useRef<Speed>(0);
  const shown = Math.min(Math.max(at, view.from), view.to);
  return (
    <div className="time-track">
      <Density view={view} marks={marks} />
      <input
        type="range"
        aria-label={t("slider")}
        aria-valuetext={`${dayText(at, zone)}, ${clockText(at, zone)}`}
        min={view.from}
        max={view.to}
        step={1000}
        value={shown}
        style={{ "--part": `${((shown - view.from) / (view.to - view.from)) * 100}%` } as React.CSSProperties}
        onPointerDown={() => {
          before.current = pastLab.getState().speed;
          play(0);
        }}
        onPointerUp={() => {
          if (before.current !== 0) play(before.current);
        }}
        onChange={e => seek(Number(e.target.value), settle)}
        onKeyDown={e => {
          const steps = keys[e.key];
          if (!steps) return;
          e.preventDefault();
          seek(at + steps * stepOf(view), settle);
        }}
      />
      <div className="time-ends small quiet" aria-hidden="true">
        <span>{shortText(view.from, zone)}</span>
        <span>{shortText(view.to, zone)}</span>
      </div>
    </div>
  );
}

const parts = 160;

const Density = memo(function Density({ view, marks }: { view: View; marks: Mark[] }) {
  const all = densityOf(
    marks.map(m => m.time),
    view,
    parts,
  );
  const bad = densityOf(
    marks.filter(m => isBad(m.entry)).map(m => m.time),
    view,
    parts,
  );
  const most = Math.max(1, ...all);
  // The eye should see one as well as a hundred.
  const height = (count: number) => (count === 0 ? 0 : 6 + 18 * (Math.log1p(count) / Math.log1p(most)));
  return (
    <svg viewBox={`0 0 ${parts} 24`} preserveAspectRatio="none" aria-hidden="true" className="time-density">
      {all.map((count, n) =>
        count === 0 ? null : (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
            key={n}
            className={bad[n] ? "bad" : ""}
            x={n + 0.1}
            width={0.8}
            y={24 - height(count)}
            height={height(count)}
          />
        ),
      )}
    </svg>
  );
});
