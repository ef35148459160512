import { create } from "zustand";
import { get, send } from "../api/client";
import { session } from "../api/session";
import { known } from "../lab/lab";
import { connect } from "../live/link";

export type Role = "viewer" | "operator" | "admin";

export interface Me {
  kind: string;
  id: string;
  name: string;
  role: Role;
  rooms: string[];
  things: string[];
  expires?: string;
}

/** Whether the first account can be made now, and whether that takes the code that the server printed. */
export interface Setup {
  possible: boolean;
  code: boolean;
}

/** Who the server takes us for; null while it is not known. */
export const who = create<{ me: Me | null }>(() => ({ me: null }));

export async function meet(): Promise<void> {
  try {
    who.setState({ me: await get<Me>("/access/me") });
  } catch {
    who.setState({ me: null });
  }
}

/** In by another way than before: everything is asked for anew. */
function begin(me: Me | undefined) {
  session.getState().enter(null);
  who.setState({ me: me ?? null });
  void known.getState().load();
  connect();
}

export async function signIn(name: string, password: string): Promise<void> {
  session.getState().forget();
  begin(await send<Me>("POST", "/access/session", { name, password }));
}

export async function setUp(name: string, password: string, code: string): Promise<void> {
  begin(await send<Me>("POST", "/access/setup", { name, password, ...(code ? { code } : {}) }));
}

/** Whoever is on the server's own machine comes in again at once, without a name. */
export async function signOut(): Promise<void> {
  await send("DELETE", "/access/session");
  session.getState().forget();
  location.reload();
}

export const changePassword = (old: string, next: string) => send("PUT", "/access/me/password", { old, new: next });
