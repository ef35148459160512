import { create } from "zustand";
import { go } from "../app/address";
import { Twins } from "../live/twins";
import { Replay, type Speed, type Told, timeOf } from "./replay";
import { nearest, rangeOf, serverNow, source } from "./source";

export interface PastState extends Told {
  /** The oldest instant that is kept; null while it is not known. */
  oldest: number | null;
  /** There is nothing to step to, in this direction. */
  nothing: 1 | -1 | null;
}

const idle: PastState = {
  at: 0,
  speed: 0,
  loading: false,
  waiting: false,
  ended: false,
  fault: null,
  oldest: null,
  nothing: null,
};

export const pastLab = create<PastState>(() => idle);

/** The lab as it was; what `useTwins` gives in the past. */
export const pastTwins = new Twins();

const tellEvery = 80;
const writeEvery = 500;
let toldAt = 0;
let writing: ReturnType<typeof setTimeout> | undefined;
let wroteAt = 0;
let written: string | null = null;
let frame = 0;
let asking = new AbortController();

const replay = new Replay(source, pastTwins, serverNow, told => {
  const before = pastLab.getState();
  const { at: _, ...rest } = told;
  const calm = Object.entries(rest).every(([name, value]) => before[name as keyof PastState] === value);
  // The clock's hand moves with each frame; the words of it a dozen times a second.
  if (calm && told.speed !== 0 && performance.now() - toldAt < tellEvery) return;
  toldAt = performance.now();
  pastLab.setState(told);
  if (written !== null) write();
});

/** The address names an instant: the page goes there, unless it is from here that the address was written. */
export async function enter(text: string) {
  if (text === written) return;
  const first = written === null;
  written = text;
  const at = Date.parse(text);
  if (first) await begin();
  if (written !== text) return;
  if (Number.isNaN(at)) pastLab.setState({ ...idle, fault: "noInstant", oldest: pastLab.getState().oldest });
  else replay.seek(at);
}

async function begin() {
  const loop = () => {
    replay.frame();
    frame = requestAnimationFrame(loop);
  };
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(loop);
  pastLab.setState({ loading: true });
  const range = await rangeOf(again()).catch(() => null);
  if (range?.oldest) pastLab.setState({ oldest: timeOf(range.oldest) });
}

export function leave() {
  cancelAnimationFrame(frame);
  clearTimeout(writing);
  asking.abort();
  written = null;
  replay.stop();
  pastTwins.reset({});
  pastLab.setState(idle);
}

/** `settle`: it is still being dragged. */
export function seek(at: number, settle = 0) {
  pastLab.setState({ nothing: null });
  replay.seek(Math.max(at, 0), settle);
}

export function play(speed: Speed) {
  pastLab.setState({ nothing: null });
  replay.play(speed);
}

/** To the next thing that happened, or the one before; of one thing, to its changes. */
export async function step(way: 1 | -1, thing: string | null) {
  replay.play(0);
  const signal = again();
  try {
    const entry = await nearest(replay.told.at, way, thing, signal);
    if (signal.aborted) return;
    if (entry) seek(timeOf(entry));
    else pastLab.setState({ nothing: way });
  } catch (fault) {
    if (!signal.aborted) pastLab.setState({ fault });
  }
}

/** To the oldest that is kept, which may have moved since it was asked for. */
export async function toOldest() {
  const range = await rangeOf(again()).catch(() => null);
  const oldest = range?.oldest ? timeOf(range.oldest) : serverNow();
  pastLab.setState({ oldest });
  seek(oldest);
}

export const backToNow = () => go({ at: null });

const shown = () => new URLSearchParams(location.hash.split("?")[1]).has("at");

function again(): AbortSignal {
  asking.abort();
  asking = new AbortController();
  return asking.signal;
}

// The address follows, so that it can be sent to somebody; not more than twice a second, or browsers refuse it.
function write() {
  if (writing) return;
  const put = () => {
    writing = undefined;
    wroteAt = performance.now();
    const text = new Date(replay.told.at).toISOString();
    // Somebody may just have gone back to now.
    if (written === null || text === written || !shown()) return;
    written = text;
    go({ at: text }, { replace: true });
  };
  writing = setTimeout(put, Math.max(0, writeEvery - (performance.now() - wroteAt)));
}
