import { create } from "zustand";

interface Session {
  key: string | null;
  /** The server wants a key, or another one. */
  denied: boolean;
  /** Comes in by a key, or, with none, by what the browser has by itself: a session's cookie. */
  enter: (key: string | null) => void;
  /** Shows no key any more. */
  forget: () => void;
  deny: () => void;
}

const Name = "gemeo.key";

/** A key in the address (as `./dev up --lan` shows it) is taken up and wiped from the address bar. */
function given(): string | null {
  const address = new URL(location.href);
  const key = address.searchParams.get("key");
  if (!key) return sessionStorage.getItem(Name);
  sessionStorage.setItem(Name, key);
  address.searchParams.delete("key");
  history.replaceState(null, "", address);
  return key;
}

export const session = create<Session>(set => ({
  key: given(),
  denied: false,
  enter: key => {
    if (key) sessionStorage.setItem(Name, key);
    set({ key, denied: false });
  },
  forget: () => {
    sessionStorage.removeItem(Name);
    set({ key: null });
  },
  deny: () => set({ denied: true }),
}));
