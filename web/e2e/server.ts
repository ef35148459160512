import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { test as base } from "@playwright/test";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../..");

function program(): string {
  const built = ["Debug", "Release"]
    .map(kind => join(root, `src/Gemeo.Server/bin/${kind}/net10.0/Gemeo.Server.dll`))
    .filter(existsSync)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
  if (!built) throw new Error("build the server first: dotnet build src/Gemeo.Server");
  return built;
}

/** The real server as a process of its own, with its own copy of a lab and its own data, on free ports. */
export class Server {
  url = "";
  mqtt = 0;
  #process: ChildProcess | undefined;
  readonly #folder = mkdtempSync(join(tmpdir(), "gemeo-web-"));

  constructor(
    readonly settings: string[] = [],
    lab: string = join(root, "labs/demo"),
  ) {
    cpSync(lab, this.lab, { recursive: true });
  }

  get lab() {
    return join(this.#folder, "lab");
  }

  async start(): Promise<this> {
    const ports = this.url
      ? [`--urls=${this.url}`, `--Gemeo:Mqtt:Port=${this.mqtt}`]
      : ["--urls=http://127.0.0.1:0", "--Gemeo:Mqtt:Port=0"];
    const started = spawn(
      "dotnet",
      [program(), ...ports, `--Gemeo:Lab=${this.lab}`, `--Gemeo:Data=${join(this.#folder, "data")}`, ...this.settings],
      // It lives for seconds: measuring what runs often would not pay.
      { cwd: root, env: { ...process.env, DOTNET_TieredPGO: "0" } },
    );
    this.#process = started;
    let told = "";
    await new Promise<void>((ready, failed) => {
      const hear = (bytes: Buffer) => {
        told += bytes.toString();
        const at = /(http:\/\/127\.0\.0\.1:\d+)\s+MQTT 127\.0\.0\.1:(\d+)/.exec(told);
        if (!at) return;
        [this.url, this.mqtt] = [at[1] as string, Number(at[2])];
        ready();
      };
      started.stdout.on("data", hear);
      started.stderr.on("data", hear);
      started.on("exit", () => failed(new Error(`the server ended: ${told}`)));
    });
    return this;
  }

  async stop(): Promise<void> {
    const running = this.#process;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise(done => running.once("exit", done));
    running.kill("SIGTERM");
    await ended;
  }

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** What a device, or somebody who plays one, sends. */
  publish(topic: string, payload: string): Promise<unknown> {
    return run("mosquitto_pub", ["-h", "127.0.0.1", "-p", String(this.mqtt), "-q", "1", "-t", topic, "-m", payload]);
  }

  /** Many messages on a topic over one connection, as fast as they go. */
  flood(topic: string, payloads: string[]): Promise<void> {
    const to = ["-h", "127.0.0.1", "-p", String(this.mqtt), "-q", "1", "-t", topic, "-l"];
    const sender = spawn("mosquitto_pub", to);
    sender.stdin.end(`${payloads.join("\n")}\n`);
    return new Promise(done => sender.once("exit", () => done()));
  }

  /** Makes a simulated device fail or be well again: unplug, plug, slow 3000, deaf, lie, honest. */
  device(id: string, mode: string): Promise<unknown> {
    return this.publish(`simulator/${id}`, mode);
  }

  async get<T>(path: string): Promise<T> {
    const answer = await fetch(this.url + path);
    return (await answer.json()) as T;
  }

  async post(path: string, body?: unknown): Promise<Response> {
    const init =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };
    return fetch(this.url + path, { method: "POST", ...init });
  }
}

/** `server`: the demo lab with its simulated devices. `serve`: another lab, or other settings. */
export const test = base.extend<{ server: Server; serve: (lab?: string, ...settings: string[]) => Promise<Server> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here, even an empty one
  serve: async ({}, use) => {
    const all: Server[] = [];
    await use(async (lab, ...settings) => {
      const server = new Server(settings, lab);
      all.push(server);
      return server.start();
    });
    for (const server of all) await server.dispose();
  },
  server: async ({ serve }, use) => use(await serve()),
});

export { expect } from "@playwright/test";
