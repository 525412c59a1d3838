// The playground: wires the field, the log and the switches together.

import { Composer } from "./composer.js";
import { Connection } from "./connection.js";
import { element, randomId } from "./dom.js";
import { drawExamples } from "./examples.js";
import { Log } from "./log.js";
import { recall, remember } from "./memory.js";
import { LANGUAGES, Words, preferredLanguage } from "./words.js";
import { Away, post, start } from "./wire.js";

const find = (id) => document.getElementById(id);
const PLATFORMS = ["discord", "slack"];

async function open() {
  let begun;
  try {
    begun = await start();
  } catch {
    find("banner").replaceChildren(
      element("p", {}, "The server does not answer. Is “teapot run” still running?"),
      element("button", { type: "button", click: () => location.reload() }, "Reload"),
    );
    return;
  }
  new Page(begun);
}

class Page {
  constructor(begun) {
    this.begun = begun;
    this.channel = randomId();
    this.persona = "you";
    const known = PLATFORMS.filter((name) => begun.platforms.includes(name));
    this.platform = known.includes(recall("platform")) ? recall("platform") : (known[0] ?? "discord");
    const language = recall("language");
    this.words = new Words(begun.words, LANGUAGES.includes(language) ? language : preferredLanguage(navigator.languages));
    const look = () => ({ ...this, command: begun.command, longest: begun.longest_text });
    this.connection = new Connection(find("banner"), () => this.words, () => this.resendAll());
    this.log = new Log(find("log"), look, {
      press: (...pressed) => this.press(...pressed),
      resend: (exchange) => this.deliver(exchange),
    });
    this.composer = new Composer(find("composer"), look, {
      suggest: (typed) => this.suggest(typed),
      send: (text) => this.send(text),
      notice: (text) => this.notice(text),
    });
    this.#wire();
    this.relabel();
    document.documentElement.dataset.ready = "";
    if (matchMedia("(hover: hover)").matches) {
      find("text").focus();
    }
  }

  #wire() {
    this.#radios("platform", this.platform, (platform) => {
      this.platform = platform;
      remember("platform", platform);
      document.documentElement.dataset.platform = platform;
      this.log.redraw();
    });
    this.#radios("persona", this.persona, (persona) => {
      this.persona = persona;
      this.notice("");
      this.log.redraw();
      this.composer.relabel();
    });
    document.documentElement.dataset.platform = this.platform;
    find("language").value = this.words.language;
    find("language").addEventListener("change", (event) => {
      this.words.language = event.target.value;
      remember("language", this.words.language);
      this.relabel();
    });
    find("log").addEventListener("find", () => this.composer.write(`/${this.begun.command} `));
    find("fresh").addEventListener("click", () => this.startOver());
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark";
    const tell = () => find("theme").setAttribute("aria-pressed", String(isDark()));
    find("theme").addEventListener("click", () => {
      document.documentElement.dataset.theme = isDark() ? "light" : "dark";
      remember("theme", document.documentElement.dataset.theme);
      tell();
    });
    dark.addEventListener("change", tell);
    tell();
  }

  #radios(name, chosen, change) {
    for (const radio of document.querySelectorAll(`input[name=${name}]`)) {
      radio.checked = radio.value === chosen;
      radio.addEventListener("change", () => change(radio.value));
    }
  }

  /** Say everything in the current language. */
  relabel() {
    const { words, begun } = this;
    words.applyTo(document);
    document.title = `Teapot ${words.say("playground")}`;
    for (const [name, why] of Object.entries(begun.missing)) {
      const radio = document.querySelector(`input[name=platform][value=${name}]`);
      radio.disabled = true;
      radio.parentElement.title = why;
      radio.nextElementSibling.textContent = words.say("missing", { name: name[0].toUpperCase() + name.slice(1) });
    }
    find("examples").replaceChildren(...drawExamples(words, begun.command, (text) => this.send(text)));
    this.notice("");
    this.composer.relabel();
    this.connection.relabel();
    this.log.redraw();
  }

  /** A new channel: nothing was answered in it yet. */
  startOver() {
    this.channel = randomId();
    this.log.clear();
    this.notice("");
    find("welcome").hidden = false;
    find("welcome").scrollIntoView();
    find("text").focus();
  }

  /** Take what was written: a command, or a message to be heard. Tells whether it was taken. */
  send(text) {
    const { begun, words, persona } = this;
    const isCommand = text.startsWith("/") && persona !== "bot";
    const [, name, query] = isCommand ? /^\/(\S*)\s*([^]*)$/.exec(text) : [];
    if (isCommand && name.toLowerCase() !== begun.command) {
      this.notice(words.say("no-such-command", { name, command: begun.command }));
      return false;
    }
    const exchange = {
      id: randomId(),
      persona,
      text,
      isCommand,
      query,
      at: new Date(),
      began: performance.now(),
      state: "sending",
      line: null,
      replies: [],
    };
    find("welcome").hidden = true;
    this.notice("");
    this.log.add(exchange);
    this.deliver(exchange);
    return true;
  }

  async deliver(exchange) {
    const { channel } = this;
    exchange.state = "sending";
    const who = { channel, person: exchange.persona, locale: this.words.locale };
    try {
      if (exchange.isCommand) {
        this.show(exchange, (await post("ask", { ...who, query: exchange.query })).reply);
      } else {
        const age_seconds = (performance.now() - exchange.began) / 1000;
        const heard = await post("say", { ...who, id: exchange.id, text: exchange.text, age_seconds });
        exchange.line = heard.reply ? null : (words) => this.reason(words, heard.reason);
        if (heard.reply) {
          this.show(exchange, heard.reply);
        }
      }
      exchange.state = "done";
    } catch (error) {
      this.failed(error, exchange);
    }
    this.log.update(exchange);
  }

  /** A button or a picked line: what comes of it is shown where the platforms show it. */
  async press(exchange, reply, token, control) {
    if (this.persona === "bot") {
      this.notice(this.words.say("bots-do-not-press"));
      return;
    }
    control?.setAttribute?.("aria-busy", "true");
    const who = { channel: this.channel, person: this.persona, locale: this.words.locale };
    try {
      const answered = await post("press", { ...who, token, on_private_card: reply.audience !== null });
      this.show(exchange, answered.reply, reply);
    } catch (error) {
      this.failed(error);
    }
    control?.removeAttribute?.("aria-busy");
  }

  /** Put a reply in its place; `pressed` is the one whose button was used. */
  show(exchange, drawn, pressed = null) {
    const actor = pressed ? this.persona : exchange.persona;
    let changed = pressed;
    if (drawn.place === "delete") {
      pressed.state = "removed";
    } else if (drawn.place === "replace") {
      pressed.drawn = drawn;
    } else {
      const audience = drawn.place === "private" ? actor : null;
      changed = { drawn, audience, at: new Date(), state: "shown", pressedOn: pressed?.drawn.plain ?? null };
      exchange.replies.push(changed);
    }
    this.log.update(exchange);
    if (pressed) {
      this.log.focus(exchange, changed);
    }
  }

  reason(words, reason) {
    const { auto_reply, cooldown_seconds } = this.begun;
    const classes = { "5xx": "5xx", errors: "4xx, 5xx", all: "1xx-5xx", off: "" }[auto_reply];
    const span = words.span(cooldown_seconds);
    return words.say(`reason-${reason}`, { classes, span, command: this.begun.command });
  }

  async suggest(typed) {
    try {
      const who = { channel: this.channel, person: this.persona, locale: this.words.locale };
      return (await post("suggest", { ...who, typed })).lines;
    } catch (error) {
      this.failed(error);
      return [];
    }
  }

  failed(error, exchange = null) {
    if (error instanceof Away) {
      this.connection.lost();
      if (exchange) {
        exchange.state = "unsent";
      }
    } else {
      console.error(error);
      this.notice(this.words.say("refused"));
      if (exchange) {
        exchange.state = "done";
        exchange.line = (words) => words.say("refused");
      }
    }
  }

  resendAll() {
    for (const exchange of this.log.exchanges.keys()) {
      if (exchange.state === "unsent") {
        this.deliver(exchange);
      }
    }
  }

  notice(text) {
    find("notice").textContent = text;
  }
}

open();
