import { t } from "i18next";
import { forget } from "../commands/orders";
import { open } from "./act";
import type { Said } from "./labelText";

/** One label as elements of the page, changed only where what it says changed: React is not asked, so thousands of changes cost little. */
export class LabelView {
  readonly root = document.createElement("div");
  width = 0;
  height = 0;
  readonly #name = part("span", "label-name");
  readonly #values = part("span", "label-values");
  readonly #note = part("span", "label-note");
  readonly #more = part("button", "label-more") as HTMLButtonElement;
  readonly #seen = part("button", "label-seen") as HTMLButtonElement;
  #said = "";

  constructor(
    readonly thing: string,
    act: (thing: string) => void,
  ) {
    this.root.dataset.thing = thing;
    this.#more.textContent = "…";
    this.#seen.textContent = "×";
    for (const button of [this.#more, this.#seen]) button.tabIndex = -1;
    const line = part("span", "label-line");
    line.append(this.#name, this.#values, this.#more);
    const second = part("span", "label-line");
    second.append(this.#note, this.#seen);
    this.root.append(line, second);
    this.root.onclick = event => {
      if (event.target === this.#more) open(thing);
      else if (event.target === this.#seen) forget(thing);
      else act(thing);
    };
  }

  say(said: Said, near: boolean) {
    const all = `${said.tone}|${near}|${said.name}|${said.values}|${said.note}`;
    if (all === this.#said) return;
    this.#said = all;
    this.root.className = `label ${said.tone}${near ? " near" : ""}`;
    this.#name.textContent = said.name;
    this.#values.textContent = said.values;
    this.#note.textContent = said.note;
    this.#more.title = t("world:openPanel");
    this.#seen.title = t("world:seen");
    this.width = this.root.offsetWidth;
    this.height = this.root.offsetHeight;
  }

  put(x: number, y: number) {
    this.root.style.transform = `translate(-50%, -100%) translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    this.root.style.visibility = "visible";
  }

  hide() {
    this.root.style.visibility = "hidden";
  }
}

function part(tag: "span" | "button", name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}
