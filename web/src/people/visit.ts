import type { Message } from "../live/link";
import { hasMoved, type Pose } from "./motion";

/** Where somebody wants to be seen; null is nowhere. */
export interface Wish {
  room: string;
  name: string;
  pose: Pose;
}

const least = 1000 / 15;
const doorway = 250;

/**
 * Says to the server where this person is: joins, moves, leaves. Moves are told when they are worth it, 15 times a second at most, and the
 * last one always. Who stands in a doorway does not come and go: another room counts when it stays so for a moment.
 */
export class Visit {
  #wish: Wish | null = null;
  #joined: Wish | null = null;
  #token: { room: string; token: string } | null = null;
  #toldAt = Number.NEGATIVE_INFINITY;
  #moving: ReturnType<typeof setTimeout> | undefined;
  #entering: ReturnType<typeof setTimeout> | undefined;

  /** `say` is false when the link does not stand. */
  constructor(readonly say: (message: Message) => boolean) {}

  get room(): string | null {
    return this.#joined?.room ?? null;
  }

  wish(wish: Wish | null) {
    this.#wish = wish;
    if (!wish) return this.#leave();
    if (!this.#joined || (wish.room === this.#joined.room && wish.name !== this.#joined.name)) return this.#join();
    if (wish.room === this.#joined.room) {
      clearTimeout(this.#entering);
      this.#entering = undefined;
      return this.#move();
    }
    this.#entering ??= setTimeout(() => this.#join(), doorway);
  }

  /** The link stands again: whoever was here comes back as the same person. */
  opened() {
    this.#joined = null;
    this.#join();
  }

  /** The server let this person in. */
  entered(room: string, token: string) {
    this.#token = { room, token };
  }

  #join() {
    this.#calm();
    const wish = this.#wish;
    if (!wish) return;
    const token = this.#token?.room === wish.room ? { token: this.#token.token } : {};
    const said = this.say({ type: "join", room: wish.room, name: wish.name, pose: wish.pose, ...token });
    this.#joined = said ? wish : null;
    this.#toldAt = performance.now();
  }

  #move() {
    if (this.#moving || !this.#joined || !this.#wish || !hasMoved(this.#joined.pose, this.#wish.pose)) return;
    const wait = this.#toldAt + least - performance.now();
    if (wait > 0) {
      this.#moving = setTimeout(() => {
        this.#moving = undefined;
        this.#move();
      }, wait);
      return;
    }
    this.#toldAt = performance.now();
    if (this.say({ type: "move", pose: this.#wish.pose })) this.#joined = { ...this.#joined, pose: this.#wish.pose };
  }

  #leave() {
    this.#calm();
    if (this.#joined) this.say({ type: "leave" });
    this.#joined = null;
    this.#token = null;
  }

  #calm() {
    clearTimeout(this.#moving);
    clearTimeout(this.#entering);
    this.#moving = undefined;
    this.#entering = undefined;
  }
}
