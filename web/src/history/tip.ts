import { t } from "i18next";
import type uPlot from "uplot";
import { type Schema, valueText } from "../things/describe";
import { momentText } from "./clock";
import type { Stretch } from "./range";
import { figureText, type Series } from "./series";

interface Seen {
  series: Series;
  schema: Schema | undefined;
  shown: Stretch;
  timeZone: string;
}

/** What stands under the mouse, in words. Plain elements: it moves with every pixel. */
export function tip() {
  const element = document.createElement("div");
  element.className = "plot-tip";
  const [value, when] = [document.createElement("strong"), document.createElement("span")];
  element.append(value, when);
  const show = (u: uPlot, seen: Seen) => {
    const said = u.cursor.left === undefined || u.cursor.left < 0 ? null : textOf(u, seen);
    element.classList.toggle("shown", said !== null);
    if (!said) return;
    [value.textContent, when.textContent] = said;
    const left = u.cursor.left ?? 0;
    element.style.transform = `translateX(${Math.min(u.over.clientWidth - element.offsetWidth, Math.max(0, left - element.offsetWidth / 2))}px)`;
  };
  return { element, show };
}

function textOf(u: uPlot, { series, schema, shown, timeZone }: Seen): [string, string] | null {
  const moment = (time: number) => momentText(time, shown.to - shown.from, timeZone);
  if (series.kind === "words") {
    const at = u.posToVal(u.cursor.left ?? 0, "x") * 1000;
    const change = series.changes.findLast(c => c.time <= at);
    return change ? [valueText(change.value, schema), moment(at)] : null;
  }
  const point = series.points[u.cursor.idx ?? -1] ?? series.points.at(-1);
  if (!point) return null;
  const of = (number: number) => figureText(number, schema);
  if (series.step === null || point.min === point.max) return [of(point.last), moment(point.time)];
  const range = `${of(point.min)} – ${of(point.max)}`;
  return [of(point.mean), `${range} · ${moment(point.time)} · ${t("history:readings", { count: point.count })}`];
}
