export interface Mark {
  id: string;
  tone: string;
  x: number;
  y: number;
}

/** The ring, tick or cross that shows on the thing itself how an order to it stands. */
export class Marks {
  readonly #shown = new Map<string, HTMLElement>();

  constructor(readonly overlay: HTMLElement) {}

  show(marks: Mark[]) {
    const ids = new Set(marks.map(m => m.id));
    for (const [id, element] of this.#shown) if (!ids.has(id)) this.#drop(id, element);
    for (const { id, tone, x, y } of marks) {
      const element = this.#shown.get(id) ?? this.#make(id);
      if (element.dataset.tone !== tone) element.dataset.tone = tone;
      element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    }
  }

  clear() {
    for (const [id, element] of this.#shown) this.#drop(id, element);
  }

  #make(id: string): HTMLElement {
    const element = document.createElement("i");
    element.className = "mark-on";
    element.dataset.markOf = id;
    this.#shown.set(id, element);
    this.overlay.append(element);
    return element;
  }

  #drop(id: string, element: HTMLElement) {
    element.remove();
    this.#shown.delete(id);
  }
}
