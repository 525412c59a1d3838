// The field to write in: Enter sends, the slash command completes itself.

import { Listbox } from "./listbox.js";

const WARN_BELOW = 200;

export class Composer {
  /**
   * `look()` gives {words, persona, command, longest}; `suggest(typed)` gives lines of {label, query} and never fails;
   * `send(text)` tells whether the text was taken.
   */
  constructor(form, look, { suggest, send, notice }) {
    this.form = form;
    this.text = form.querySelector("textarea");
    this.look = look;
    this.suggest = suggest;
    this.send = send;
    this.notice = notice;
    this.asked = 0;
    this.listedFor = "";
    this.sent = [];
    this.text.setAttribute("aria-autocomplete", "list");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.text.addEventListener("input", () => this.#changed());
    this.text.addEventListener("keydown", (event) => this.#key(event));
    this.text.addEventListener("blur", () => this.#closeList());
  }

  /** Say everything anew in the current language. */
  relabel() {
    const { words, longest } = this.look();
    this.text.maxLength = longest;
    this.list?.drawn.remove();
    this.list = new Listbox(this.text, words.say("suggestions"), (line) => this.write(line.text));
    this.form.querySelector("#suggestions-anchor").append(this.list.drawn);
    this.#asCommand();
  }

  /** Put a text into the field, the cursor behind it. */
  write(text) {
    this.text.value = text;
    this.text.setSelectionRange(text.length, text.length);
    this.text.focus();
    this.#closeList();
    this.#asCommand();
    this.#resize();
    if (text.endsWith(" ")) {
      this.#complete();
    }
  }

  #submit() {
    const text = this.text.value.trim();
    this.#closeList();
    if (text && this.send(text)) {
      this.sent.push(text);
      this.write("");
    }
  }

  #changed() {
    const { words, longest } = this.look();
    const left = longest - this.text.value.length;
    this.notice(left > WARN_BELOW ? "" : left > 0 ? words.say("left", { left }) : words.say("longest", { longest }));
    this.#asCommand();
    this.#resize();
    this.#complete();
  }

  #key(event) {
    if (event.isComposing || event.keyCode === 229) {
      return;
    }
    const { key } = event;
    const isListed = this.list.isOpen && this.listedFor === this.text.value;
    if (isListed && ["ArrowDown", "ArrowUp", "PageDown", "PageUp"].includes(key) && this.list.takeKey(key)) {
      event.preventDefault();
    } else if (this.list.isOpen && key === "Escape") {
      event.preventDefault();
      this.#closeList();
    } else if (isListed && ["Enter", "Tab"].includes(key) && !event.shiftKey && this.list.pickActive()) {
      event.preventDefault();
    } else if (key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (key === "ArrowUp" && this.text.value === "" && this.sent.length > 0) {
      event.preventDefault();
      this.write(this.sent.at(-1));
    }
  }

  /** A text that begins with a slash is a command line, and the field a combobox; any other is a message. */
  #asCommand() {
    const isCommand = this.text.value.startsWith("/") && this.look().persona !== "bot";
    this.text.classList.toggle("is-command", isCommand);
    if (isCommand) {
      this.text.setAttribute("role", "combobox");
      this.text.setAttribute("aria-haspopup", "listbox");
      this.text.setAttribute("aria-expanded", String(this.list.isOpen));
      this.text.setAttribute("aria-controls", this.list.drawn.id);
    } else {
      for (const name of ["role", "aria-haspopup", "aria-expanded", "aria-controls"]) {
        this.text.removeAttribute(name);
      }
    }
  }

  async #complete() {
    this.asked += 1;
    const mine = this.asked;
    const typed = this.text.value;
    const lines = await this.#lines(typed);
    if (mine === this.asked && document.activeElement === this.text) {
      this.listedFor = typed;
      this.list.open(lines);
    }
  }

  async #lines(typed) {
    const { words, persona, command } = this.look();
    if (!typed.startsWith("/") || persona === "bot" || typed.includes("\n")) {
      return [];
    }
    const slash = `/${command}`;
    if (!/\s/.test(typed)) {
      const offers = [
        { label: `${slash} 503`, note: words.say("command-note"), text: `${slash} ` },
        { label: `${slash} help`, note: words.say("help-note"), text: `${slash} help` },
      ];
      return slash.startsWith(typed.toLowerCase()) ? offers : [];
    }
    if (!typed.toLowerCase().startsWith(`${slash} `)) {
      return [];
    }
    const found = await this.suggest(typed.slice(slash.length + 1));
    return found.map(({ label, query }) => ({ label, text: `${slash} ${query}` }));
  }

  /** Close the list, also to suggestions that are still on their way. */
  #closeList() {
    this.asked += 1;
    this.list.close();
  }

  #resize() {
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight}px`;
  }
}
