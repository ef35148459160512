import { t } from "i18next";
import { language } from "../words";
import { Problem, problemOf } from "./problem";
import { session } from "./session";

/** Asks the server. Refusals are thrown as `Problem`; one for want of a key opens the door where it is asked for. */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("Accept-Language", language());
  const { key } = session.getState();
  if (key) headers.set("Authorization", `Bearer ${key}`);
  const answer = await reach(path, { ...init, headers });
  if (answer.ok) return answer;
  const problem = await problemOf(answer);
  if (lacksKey(problem)) session.getState().deny();
  throw problem;
}

/** The door stays shut: no key was shown, or one that is not valid. */
export const lacksKey = (why: unknown): boolean =>
  why instanceof Problem && (why.code === "no-key" || why.code === "bad-key");

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (why) {
    if (init.signal?.aborted) throw why;
    throw new Problem(0, "unreachable", t("app:unreachable"));
  }
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const answer = await ask(path, { signal: signal ?? null, headers: { Accept: "application/json" } });
  return (await answer.json()) as T;
}

export async function send<T>(method: "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<T | undefined> {
  const init: RequestInit = { method };
  if (body !== undefined)
    Object.assign(init, { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } });
  const answer = await ask(path, init);
  return answer.status === 204 ? undefined : ((await answer.json()) as T);
}

/** For what cannot set a header: links, pictures. */
export function withKey(path: string): string {
  const { key } = session.getState();
  return key ? `${path}${path.includes("?") ? "&" : "?"}key=${encodeURIComponent(key)}` : path;
}

/** For a socket: a word that opens once and soon means nothing, where a key would stay in somebody's list of addresses. */
export async function withTicket(path: string): Promise<string> {
  if (!session.getState().key) return path;
  const said = await send<{ ticket: string }>("POST", "/access/tickets");
  return `${path}${path.includes("?") ? "&" : "?"}ticket=${encodeURIComponent(said?.ticket ?? "")}`;
}
