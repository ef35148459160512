import { create } from "zustand";

export type Mode = "orbit" | "walk";

/** What the page and the scene tell each other: how one moves, what is under the pointer, where to fly. */
interface View {
  mode: Mode;
  hovered: string | null;
  /** Which thing the keyboard's list stands on. */
  focused: string | null;
  /** Where to fly: a thing, a room, or home; `n` grows, so that the same place can be asked for twice. */
  target: { thing?: string; room?: string; n: number } | null;
  /** What the thumb does on a phone: east–west, ahead–back, each −1 to 1. */
  stick: [number, number];
}

export const view = create<View>(() => ({ mode: "orbit", hovered: null, focused: null, target: null, stick: [0, 0] }));

export const setMode = (mode: Mode) => view.setState({ mode, stick: [0, 0] });
export const hover = (thing: string | null) => view.setState({ hovered: thing });

/** The camera is on its way somewhere, or about to be. */
export const flight = { on: false };

export function flyTo(where: { thing?: string; room?: string }) {
  flight.on = true;
  view.setState(s => ({ target: { ...where, n: (s.target?.n ?? 0) + 1 } }));
}
