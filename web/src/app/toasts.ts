import { create } from "zustand";

export interface Toast {
  id: number;
  tone: "good" | "bad" | "plain";
  text: string;
  action?: { label: string; run: () => void };
}

const longEnough = 8_000;
let next = 1;

export const toasts = create<{ shown: Toast[] }>(() => ({ shown: [] }));

export function toast(what: Omit<Toast, "id">): number {
  const id = next++;
  toasts.setState(s => ({ shown: [...s.shown.slice(-3), { ...what, id }] }));
  setTimeout(() => dismiss(id), longEnough);
  return id;
}

export function dismiss(id: number) {
  toasts.setState(s => ({ shown: s.shown.filter(t => t.id !== id) }));
}
