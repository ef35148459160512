/** A refusal of the server (RFC 9457), or that it could not be reached. `message` is a sentence for the person. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly detail?: string,
    readonly body?: Record<string, unknown>,
  ) {
    super(message);
  }
}

export async function problemOf(answer: Response): Promise<Problem> {
  const body = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
  const say = (name: string) => (typeof body[name] === "string" ? (body[name] as string) : undefined);
  return new Problem(
    answer.status,
    codeOf(body.type),
    say("erro") ?? say("title") ?? `HTTP ${answer.status}`,
    say("detail"),
    body,
  );
}

/** The stable code of a refusal (docs/errors.md), from its `type`. */
export const codeOf = (type: unknown): string => /^urn:gemeo:problem:(.+)$/.exec(String(type))?.[1] ?? "unknown";
