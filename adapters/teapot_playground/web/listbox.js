// A list that opens beside the thing that owns the focus: the list of a picker, or of suggestions while typing.
// The owner keeps the focus and points to the active line (WAI-ARIA Authoring Practices, combobox pattern).

import { element } from "./dom.js";

let made = 0;

export class Listbox {
  /** `pick(line)` is called with the chosen one of the lines given to `open`. */
  constructor(owner, label, pick) {
    made += 1;
    this.owner = owner;
    this.pick = pick;
    this.lines = [];
    this.at = -1;
    this.drawn = element("ul", { id: `list-${made}`, class: "listbox", role: "listbox", "aria-label": label, hidden: true });
    this.drawn.addEventListener("mousedown", (event) => event.preventDefault());
  }

  get isOpen() {
    return !this.drawn.hidden;
  }

  /** Show lines of `{label, note}`; `at` is the active one, -1 for none. */
  open(lines, at = -1) {
    this.lines = lines;
    this.drawn.replaceChildren(...lines.map((line, position) => this.#option(line, position)));
    this.drawn.hidden = lines.length === 0;
    this.owner.setAttribute("aria-expanded", String(this.isOpen));
    this.owner.setAttribute("aria-controls", this.drawn.id);
    this.#activate(Math.min(at, lines.length - 1));
  }

  close() {
    this.drawn.hidden = true;
    this.owner.setAttribute("aria-expanded", "false");
    this.#activate(-1);
  }

  /** Take a key that belongs to an open list. Tells whether it did. */
  takeKey(key) {
    const last = this.lines.length - 1;
    const moves = {
      ArrowDown: this.at >= last ? 0 : this.at + 1,
      ArrowUp: this.at <= 0 ? last : this.at - 1,
      Home: 0,
      End: last,
      PageDown: Math.min(last, this.at + 6),
      PageUp: Math.max(0, this.at - 6),
    };
    if (key in moves) {
      this.#activate(moves[key]);
      return true;
    }
    return false;
  }

  /** Choose the active line. Tells whether there was one. */
  pickActive() {
    if (!this.isOpen || this.at < 0) {
      return false;
    }
    const line = this.lines[this.at];
    this.close();
    this.pick(line);
    return true;
  }

  #option(line, position) {
    return element(
      "li",
      {
        id: `${this.drawn.id}-${position}`,
        role: "option",
        "aria-selected": "false",
        mousemove: () => this.at !== position && this.#activate(position, { reveal: false }),
        click: () => {
          this.#activate(position);
          this.pickActive();
        },
      },
      element("span", { class: "line-label" }, line.label),
      line.note ? element("span", { class: "line-note" }, line.note) : null,
    );
  }

  #activate(at, { reveal = true } = {}) {
    this.drawn.children[this.at]?.setAttribute("aria-selected", "false");
    this.at = at;
    const active = this.isOpen ? this.drawn.children[at] : undefined;
    if (!active) {
      this.owner.removeAttribute("aria-activedescendant");
      return;
    }
    active.setAttribute("aria-selected", "true");
    this.owner.setAttribute("aria-activedescendant", active.id);
    if (reveal) {
      active.scrollIntoView({ block: "nearest" });
    }
  }
}
