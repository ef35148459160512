import type uPlot from "uplot";
import { type Schema, valueText } from "../things/describe";
import { hueOf, wordsOf } from "./bands";
import { colours } from "./plot";
import type { Numbers, Words } from "./series";

/** From when to when it was what, as coloured bands with the word in them where it fits. */
export function drawBands(u: uPlot, words: Words, schema: Schema | undefined, end: number) {
  const all = wordsOf(words, schema);
  const { left, top, width, height } = u.bbox;
  const place = (time: number) => Math.min(left + width, Math.max(left, u.valToPos(time / 1000, "x", true)));
  const high = Math.min(height, 64 * devicePixelRatio);
  const y = top + (height - high) / 2;
  u.ctx.save();
  u.ctx.font = `${13 * devicePixelRatio}px system-ui, sans-serif`;
  u.ctx.textBaseline = "middle";
  words.changes.forEach((change, n) => {
    const [from, to] = [place(change.time), place(words.changes[n + 1]?.time ?? end)];
    if (to <= from) return;
    u.ctx.fillStyle = hueOf(all.indexOf(change.value));
    u.ctx.fillRect(from, y, Math.max(1, to - from - 1), high);
    const text = valueText(change.value, schema);
    const room = to - from - 12 * devicePixelRatio;
    if (u.ctx.measureText(text).width > room) return;
    u.ctx.fillStyle = "#17212b";
    u.ctx.fillText(text, from + 6 * devicePixelRatio, y + high / 2);
  });
  u.ctx.restore();
}

/** What lay between least and most of each bucket, as wide as the bucket is long: a spike of one reading is seen in a year. */
export function drawRanges(u: uPlot, { points, step }: Numbers) {
  if (step === null) return;
  const { left, top, width, height } = u.bbox;
  const thin = 1.5 * devicePixelRatio;
  u.ctx.save();
  u.ctx.beginPath();
  u.ctx.rect(left, top, width, height);
  u.ctx.clip();
  u.ctx.fillStyle = `color-mix(in srgb, ${colours().line} 30%, transparent)`;
  for (const { time, min, max } of points) {
    if (min === max) continue;
    const from = u.valToPos(time / 1000, "x", true);
    const wide = Math.max(thin, u.valToPos(time / 1000 + step, "x", true) - from);
    const most = u.valToPos(max, "y", true);
    u.ctx.fillRect(from, most, wide, Math.max(thin, u.valToPos(min, "y", true) - most));
  }
  u.ctx.restore();
}

/** The instant of the past that is looked at. */
export function drawInstant(u: uPlot, at: number) {
  const x = Math.round(u.valToPos(at / 1000, "x", true));
  const { left, top, width, height } = u.bbox;
  if (x < left || x > left + width + 1) return;
  u.ctx.save();
  u.ctx.strokeStyle = colours().past;
  u.ctx.lineWidth = 2 * devicePixelRatio;
  u.ctx.beginPath();
  u.ctx.moveTo(Math.min(x, left + width - 1), top - 8 * devicePixelRatio);
  u.ctx.lineTo(Math.min(x, left + width - 1), top + height);
  u.ctx.stroke();
  u.ctx.restore();
}
