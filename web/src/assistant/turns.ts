/** What an answer is made of (docs/assistant.md). */
export interface Citation {
  number: number;
  document: string;
  name: string;
  page: number;
  quote: string;
}

export interface Step {
  thing: string;
  action?: string;
  property?: string;
  input?: unknown;
  delta?: number;
}

export interface Deed extends Step {
  state?: "pending" | "sent" | "confirmed" | "failed" | "expired";
  already?: boolean;
  command?: string;
  code?: string;
  erro?: string;
  /** Seen in the log while the answer was under way; the answer has not spoken of it yet. */
  seen?: boolean;
}

export interface Question {
  text: string;
  steps: Step[];
  until: string;
}

export interface Fault {
  code: string;
  text: string;
}

/** `going` while it comes; `stopped` by the person; `cut` when it never came whole; `failed` with a fault. */
export interface Turn {
  id: number;
  role: "person" | "assistant";
  text: string;
  state: "going" | "whole" | "stopped" | "cut" | "failed";
  citations: Citation[];
  deeds: Deed[];
  notes: string[];
  question?: Question;
  fault?: Fault;
  intent?: string;
}

export type Part = { type: string } & Record<string, unknown>;

let next = 1;

export const turn = (role: Turn["role"], text = "", state: Turn["state"] = "whole"): Turn => ({
  id: next++,
  role,
  text,
  state,
  citations: [],
  deeds: [],
  notes: [],
});

/** The answer with one more part of it; kinds that are not known change nothing. */
export function take(answer: Turn, part: Part): Turn {
  switch (part.type) {
    case "text":
      return { ...answer, text: answer.text + String(part.text) };
    case "citation":
      return { ...answer, citations: [...answer.citations, part as unknown as Citation] };
    case "action":
      return { ...answer, deeds: put(answer.deeds, part as unknown as Deed) };
    case "question":
      return { ...answer, question: part as unknown as Question };
    case "note":
      return { ...answer, notes: [...answer.notes, String(part.text)] };
    case "done":
      // What the log showed and the answer does not speak of was somebody else's.
      return { ...answer, state: "whole", intent: String(part.intent), deeds: answer.deeds.filter(d => !d.seen) };
    case "error":
      return { ...answer, state: "failed", fault: { code: String(part.code), text: String(part.erro) } };
    default:
      return answer;
  }
}

function put(deeds: Deed[], deed: Deed): Deed[] {
  const at = deeds.findIndex(d => d.command !== undefined && d.command === deed.command);
  return at < 0 ? [...deeds, deed] : deeds.with(at, deed);
}

/** A command as the log tells of it; one that the answer has spoken of already stays as it was said. */
export function sighted(answer: Turn, command: SeenCommand): Turn {
  if (answer.deeds.some(d => d.command === command.id && !d.seen)) return answer;
  const { id, thing, of, name, input, state, already } = command;
  return { ...answer, deeds: put(answer.deeds, { thing, [of]: name, input, state, already, command: id, seen: true }) };
}

export interface SeenCommand {
  id: string;
  thing: string;
  of: "action" | "property";
  name: string;
  input?: unknown;
  state: NonNullable<Deed["state"]>;
  already: boolean;
  created: string;
  by?: string;
}

export interface KeptMessage {
  role: "person" | "assistant";
  text: string;
  time: string;
  parts?: Part[];
}

/** A conversation as the server kept it. A last word without an answer says so. */
export function turnsOf(messages: KeptMessage[]): Turn[] {
  const turns = messages.map(m => (m.parts ?? []).reduce(take, turn(m.role, m.text)));
  return messages.at(-1)?.role === "person" ? [...turns, turn("assistant", "", "cut")] : turns;
}

/** An order of it changed something that "undo" may bring back. */
export const mayUndo = (answer: Turn) =>
  answer.state === "whole" &&
  answer.deeds.some(d => (d.state === "confirmed" && !d.already) || d.code === "no-answer" || d.code === "restarted");

export const isOpen = (question: Question, now: number) => Date.parse(question.until) > now;
