import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Message } from "../live/link";
import { Visit, type Wish } from "./visit";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const wish = (x: number, more: Partial<Wish> = {}): Wish => ({
  room: "sala",
  name: "Ana",
  pose: [x, 0, 0, 0],
  ...more,
});

function visit() {
  const said: Message[] = [];
  const link = { stands: true };
  const it = new Visit(message => {
    if (link.stands) said.push(message);
    return link.stands;
  });
  return { said, link, it, moves: () => said.filter(m => m.type === "move") };
}

test("moves are told fifteen times a second at most, and the last one always", () => {
  const { it, moves } = visit();
  it.wish(wish(0));
  for (let n = 1; n <= 300; n++) {
    it.wish(wish(n * 0.02));
    vi.advanceTimersByTime(10);
  }
  expect(moves().length).toBeLessThanOrEqual(46);
  expect(moves().length).toBeGreaterThan(38);
  vi.advanceTimersByTime(100);
  expect(moves().at(-1)?.pose).toEqual([6, 0, 0, 0]);
});

test("who stands still says nothing", () => {
  const { it, said } = visit();
  it.wish(wish(0));
  for (let n = 0; n < 100; n++) {
    it.wish(wish(0.005 * (n % 2)));
    vi.advanceTimersByTime(50);
  }
  expect(said.map(m => m.type)).toEqual(["join"]);
});

test("after the link was lost it joins again with its token, where it stands then", () => {
  const { it, said, link } = visit();
  it.wish(wish(0));
  it.entered("sala", "secret");
  link.stands = false;
  it.wish(wish(1));
  vi.advanceTimersByTime(200);
  link.stands = true;
  it.opened();
  expect(said.at(-1)).toEqual({ type: "join", room: "sala", name: "Ana", pose: [1, 0, 0, 0], token: "secret" });
});

test("without a link it joins when there is one", () => {
  const { it, said, link } = visit();
  link.stands = false;
  it.wish(wish(0));
  expect(said).toEqual([]);
  link.stands = true;
  it.opened();
  expect(said[0]).toMatchObject({ type: "join", room: "sala" });
});

test("in a doorway nobody comes and goes; another room counts when it stays so", () => {
  const { it, said } = visit();
  it.wish(wish(0));
  it.entered("sala", "secret");
  for (let n = 0; n < 20; n++) {
    it.wish(wish(0, { room: n % 2 ? "sala" : "corredor" }));
    vi.advanceTimersByTime(100);
  }
  expect(said.filter(m => m.type === "join")).toHaveLength(1);
  it.wish(wish(0, { room: "corredor" }));
  vi.advanceTimersByTime(300);
  expect(said.at(-1)).toEqual({ type: "join", room: "corredor", name: "Ana", pose: [0, 0, 0, 0] });
});

test("another name is told at once, as the same person", () => {
  const { it, said } = visit();
  it.wish(wish(0));
  it.entered("sala", "secret");
  it.wish(wish(0, { name: "Bia" }));
  expect(said.at(-1)).toMatchObject({ type: "join", name: "Bia", token: "secret" });
});

test("who goes away leaves, once, and says nothing after", () => {
  const { it, said } = visit();
  it.wish(wish(0));
  it.wish(wish(1));
  it.wish(null);
  it.wish(null);
  vi.advanceTimersByTime(500);
  expect(said.map(m => m.type)).toEqual(["join", "leave"]);
  it.opened();
  expect(said).toHaveLength(2);
});
