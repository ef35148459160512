import { useSyncExternalStore } from "react";

/**
 * The place in the page, kept behind the address's '#': `#/dashboard?thing=lamp&at=2026-11-26T10:00:00Z`. A thing's panel, an instant,
 * the chat and a document stand in parameters, so each page can have them and each can be sent to somebody.
 */
export type Param =
  | "thing"
  | "at"
  | "chat"
  | "doc"
  | "page"
  | "quote"
  | "name"
  | "from"
  | "to"
  | "room"
  | "kind"
  | "of"
  | "entry"
  | "tab"
  | "away";

export function read(): { path: string; params: URLSearchParams } {
  const [path, query] = location.hash.slice(1).split("?");
  return { path: path || "/", params: new URLSearchParams(query ?? "") };
}

const subscribe = (listener: () => void) => {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
};

export const usePath = () => useSyncExternalStore(subscribe, () => read().path);
export const useParam = (name: Param) => useSyncExternalStore(subscribe, () => read().params.get(name));

/** The address with some parameters changed (null takes one out), on this page or another; for links. */
export function hrefOf(change: Partial<Record<Param, string | null>>, path = read().path): string {
  const { params } = read();
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === undefined) params.delete(name);
    else params.set(name, value);
  }
  const query = params.toString();
  return `#${path}${query ? `?${query}` : ""}`;
}

/** Goes there; `replace` for what changes while it is dragged, and wants no step back. */
export function go(change: Partial<Record<Param, string | null>>, options: { path?: string; replace?: boolean } = {}) {
  const href = hrefOf(change, options.path);
  if (options.replace) {
    history.replaceState(null, "", href);
    dispatchEvent(new HashChangeEvent("hashchange"));
  } else location.hash = href.slice(1);
}
