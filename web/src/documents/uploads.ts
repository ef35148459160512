import { create } from "zustand";
import { codeOf, Problem } from "../api/problem";
import { session } from "../api/session";
import { language } from "../words";
import { library, load } from "./library";

export interface Upload {
  key: number;
  file: File;
  /** The document that it is to take the place of. */
  replaces?: string;
  sent: number;
  state: "waiting" | "sending" | "failed";
  /** A word of `documents:fault`, or the server's own sentence. */
  code?: string;
  why?: string;
}

export const uploads = create<{ all: Upload[] }>(() => ({ all: [] }));

const endings = /\.(pdf|md|markdown|txt)$/i;
export const accepted = ".pdf,.md,.markdown,.txt";
/** Where the server does not say: no server takes more. */
const most = 1000 * 2 ** 20;

/** What is wrong with a file before it is sent; null when nothing is known to be. */
export function refusal(file: { name: string; size: number }, maxBytes: number | null): string | null {
  if (!endings.test(file.name)) return "wrong-type";
  if (file.size === 0) return "empty";
  return file.size > (maxBytes ?? most) ? "too-large" : null;
}

let next = 1;
const running = new Map<number, XMLHttpRequest>();

/** Puts files in the row; they are sent one after another. */
export function add(files: Iterable<File>, replaces?: string) {
  const { maxBytes } = library.getState();
  const more = [...files].map((file): Upload => {
    const code = refusal(file, maxBytes);
    const begun = { key: next++, file, sent: 0, ...(replaces && { replaces }) };
    return code ? { ...begun, state: "failed", code } : { ...begun, state: "waiting" };
  });
  uploads.setState(s => ({ all: [...s.all, ...more] }));
  void go();
}

export function drop(key: number) {
  running.get(key)?.abort();
  uploads.setState(s => ({ all: s.all.filter(u => u.key !== key) }));
}

export function again(key: number) {
  change(key, { state: "waiting", sent: 0 });
  void go();
}

const change = (key: number, by: Partial<Upload>) =>
  uploads.setState(s => ({ all: s.all.map(u => (u.key === key ? { ...u, ...by } : u)) }));

let going = false;

async function go() {
  if (going) return;
  going = true;
  for (;;) {
    const upload = uploads.getState().all.find(u => u.state === "waiting");
    if (!upload) break;
    await one(upload);
  }
  going = false;
}

async function one(upload: Upload) {
  change(upload.key, { state: "sending" });
  try {
    await put(upload);
    drop(upload.key);
  } catch (why) {
    if (why instanceof Problem) change(upload.key, { state: "failed", code: why.code, why: why.message });
  } finally {
    running.delete(upload.key);
  }
  await load();
}

interface Answer {
  items?: { error?: string; erro?: string }[];
  type?: string;
  erro?: string;
}

// fetch does not tell how much was sent.
function put({ key, file, replaces }: Upload): Promise<void> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    running.set(key, request);
    request.open(replaces ? "PUT" : "POST", replaces ? `/documents/${encodeURIComponent(replaces)}` : "/documents");
    request.setRequestHeader("Accept-Language", language());
    const mine = session.getState().key;
    if (mine) request.setRequestHeader("Authorization", `Bearer ${mine}`);
    request.responseType = "json";
    request.upload.onprogress = event => change(key, { sent: event.loaded / Math.max(1, event.total) });
    request.onerror = () => fail(new Problem(0, "unreachable", ""));
    request.onabort = () => done();
    request.onload = () => {
      const answer = (request.response ?? {}) as Answer;
      if (request.status === 401) session.getState().deny();
      const refused =
        request.status >= 300 ? { error: codeOf(answer.type), erro: answer.erro } : answer.items?.find(i => i.error);
      if (refused)
        fail(new Problem(request.status, refused.error ?? "unknown", refused.erro ?? `HTTP ${request.status}`));
      else done();
    };
    const form = new FormData();
    form.append("file", file);
    request.send(form);
  });
}
