import { get, send } from "../api/client";
import { session } from "../api/session";
import { type Me, who } from "../api/who";
import { known } from "../lab/lab";
import { connect } from "../live/link";

/** Whether the first account can be made now, and whether that takes the code that the server printed. */
export interface Setup {
  possible: boolean;
  code: boolean;
}

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
