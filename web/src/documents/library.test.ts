import { expect, test } from "vitest";
import { after, type Doc } from "./library";

const doc: Doc = { id: "a", name: "a.pdf", state: "queued", pages: 0, bytes: 1, added: "t", fromFolder: false };

test("reading shows how far it is", () => {
  expect(after([doc], { id: "a", name: "a.pdf", state: "reading", page: 2, of: 9 })).toMatchObject([
    { state: "reading", page: 2, of: 9, bytes: 1 },
  ]);
});

test("a deleted document goes; a new or a finished one is fetched", () => {
  expect(after([doc], { id: "a", name: "a.pdf", state: "ready", deleted: true })).toEqual([]);
  expect(after([doc], { id: "b", name: "b.pdf", state: "queued" })).toBeNull();
  expect(after([doc], { id: "a", name: "a.pdf", state: "ready" })).toBeNull();
});
