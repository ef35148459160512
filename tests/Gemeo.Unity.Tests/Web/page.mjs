// A page of one script: GemeoSocket.jslib, on as much of Emscripten as it uses. Each line that comes is a call, each line that goes its answer.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { runInThisContext } from "node:vm";

const heap = new Map();
let free = 8;
const put = (text) => {
  heap.set((free += 8), text);
  return free;
};

globalThis.UTF8ToString = (pointer) => heap.get(pointer);
globalThis.lengthBytesUTF8 = (text) => Buffer.byteLength(text);
globalThis._malloc = (size) => {
  heap.set((free += 8), size);
  return free;
};
globalThis.stringToUTF8 = (text, pointer, size) => {
  if (heap.get(pointer) !== Buffer.byteLength(text) + 1 || size !== heap.get(pointer)) throw new Error("a buffer of the wrong size");
  heap.set(pointer, text);
};
globalThis.LibraryManager = { library: {} };
globalThis.autoAddDeps = (library, name) => {
  globalThis[name.slice(1)] = library[name];
};
globalThis.mergeInto = (all, library) => Object.assign(all, library);
runInThisContext(readFileSync(process.argv[2], "utf8"));

const texts = new Set(["GemeoSocketNext", "GemeoSocketCloseReason"]);
for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...given] = JSON.parse(line);
  let answer = null;
  if (name === "limit") GemeoSockets.mostMessages = given[0];
  else {
    const pointers = given.map((g) => (typeof g === "string" ? put(g) : g));
    answer = LibraryManager.library[name](...pointers) ?? null;
    if (texts.has(name)) {
      const pointer = answer;
      answer = heap.get(pointer);
      heap.delete(pointer);
    }
    for (const pointer of pointers) heap.delete(pointer);
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
process.exit(0);
