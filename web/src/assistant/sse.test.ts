import { expect, test } from "vitest";
import { eventsOf } from "./sse";

async function heard(bytes: Uint8Array, size: number): Promise<string[]> {
  const body = new ReadableStream<Uint8Array>({
    start: to => {
      for (let at = 0; at < bytes.length; at += size) to.enqueue(bytes.slice(at, at + size));
      to.close();
    },
  });
  const all: string[] = [];
  for await (const data of eventsOf(body)) all.push(data);
  return all;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const told = 'event: start\ndata: {"a":1}\n\n:\n\nevent: text\ndata: {"text":"ação 🌡"}\ndata: second\n\n';

test.each([1, 2, 3, 7, 1000])("events come whole when the network cuts them every %i bytes", async size => {
  expect(await heard(bytes(told), size)).toEqual(['{"a":1}', '{"text":"ação 🌡"}\nsecond']);
});

test.each([1, 2, 5, 1000])("lines may end with CRLF or CR, cut every %i bytes", async size => {
  expect(await heard(bytes("data: a\r\ndata: b\r\n\r\ndata: c\r\r"), size)).toEqual(["a\nb", "c"]);
});

test("an event that was cut off is none", async () => {
  expect(await heard(bytes("data: whole\n\ndata: half"), 4)).toEqual(["whole"]);
});
