// The conversation as it is shown: one exchange for each thing said, with what Teapot made of it underneath.

import { element, icon } from "./dom.js";
import { avatarOf, drawMessage } from "./frames.js";

const STILL_MILLISECONDS = 250;

/**
 * An exchange is {persona, text, isCommand, at, state, line, replies}: `state` is "sending", "unsent" or "done";
 * `line` gives the words under it, or null. A reply is {drawn, audience, at, state, pressedOn}: `audience` is the only persona
 * that sees it, null for everybody; `state` is "shown", "removed" or "dismissed"; `pressedOn` is what the card said whose
 * button brought it, or null.
 */
export class Log {
  /** `look()` gives {words, platform, persona}; `press(exchange, reply, token, control)` and `resend(exchange)` act. */
  constructor(root, look, { press, resend }) {
    this.root = root;
    this.look = look;
    this.press = press;
    this.resend = resend;
    this.exchanges = new Map();
    this.stillness = 0;
  }

  add(exchange) {
    const drawn = this.#draw(exchange);
    drawn.classList.add("is-new");
    this.exchanges.set(exchange, drawn);
    this.root.append(drawn);
    this.#reveal(drawn);
  }

  /** Show what became of an exchange: its line and, if there are any, its new replies. */
  update(exchange) {
    const drawn = this.exchanges.get(exchange);
    if (drawn) {
      this.#fill(exchange, drawn, "is-new");
      this.#reveal(drawn);
    }
  }

  /** Put focus and view on a reply, for the one who pressed a button that may be gone now. */
  focus(exchange, reply) {
    const at = exchange.replies.indexOf(reply);
    const drawn = this.exchanges.get(exchange)?.querySelector(".stage")?.children[at];
    if (drawn) {
      drawn.focus({ preventScroll: true });
      this.#reveal(drawn, "nearest");
    }
  }

  /** Draw everything anew, silently, for nothing of it is news; what is in view stays where it is. */
  redraw() {
    if (this.exchanges.size === 0) {
      return;
    }
    const { top } = this.#view.getBoundingClientRect();
    const inView = [...this.exchanges.keys()].find((one) => this.exchanges.get(one).getBoundingClientRect().bottom > top);
    const place = () => this.exchanges.get(inView)?.getBoundingClientRect().top ?? 0;
    const before = place();
    this.root.setAttribute("aria-live", "off");
    for (const [exchange, old] of this.exchanges) {
      const drawn = this.#draw(exchange);
      old.replaceWith(drawn);
      this.exchanges.set(exchange, drawn);
    }
    this.#view.scrollBy({ top: place() - before, behavior: "instant" });
    clearTimeout(this.stillness);
    this.stillness = setTimeout(() => this.root.removeAttribute("aria-live"), STILL_MILLISECONDS);
  }

  clear() {
    this.exchanges.clear();
    this.root.replaceChildren();
  }

  #draw(exchange) {
    const { words } = this.look();
    const name = words.say(`persona-${exchange.persona}`);
    const drawn = element(
      "article",
      { class: "exchange", "aria-label": `${name}, ${words.time(exchange.at)}` },
      element(
        "div",
        { class: "said" },
        avatarOf(exchange.persona),
        element("p", { class: "who" }, element("b", {}, name), element("time", {}, words.time(exchange.at))),
        element("p", { class: exchange.isCommand ? "text is-command" : "text" }, exchange.text),
      ),
    );
    this.#fill(exchange, drawn);
    return drawn;
  }

  /** Bring line and replies up to date; what is already right stays, so that it is not read out again. */
  #fill(exchange, drawn, look = "is-old") {
    drawn.classList.toggle("is-unsent", exchange.state === "unsent");
    drawn.setAttribute("aria-busy", String(exchange.state === "sending"));
    drawn.querySelector(".line")?.remove();
    const line = this.#line(exchange);
    if (line) {
      drawn.querySelector(".said").after(line);
    }
    if (exchange.replies.length === 0) {
      return;
    }
    const stage = drawn.querySelector(".stage") ?? drawn.appendChild(element("div", { class: "stage" }));
    exchange.replies.forEach((reply, at) => {
      const shown = stage.children[at];
      const key = this.#key(reply);
      if (shown?.dataset.key !== key || shown?.reply !== reply.drawn) {
        const made = this.#drawReply(exchange, reply);
        made.dataset.key = key;
        made.reply = reply.drawn;
        made.classList.add(look);
        shown ? shown.replaceWith(made) : stage.append(made);
      }
    });
  }

  #key(reply) {
    const { persona } = this.look();
    const isHidden = reply.audience !== null && reply.audience !== persona;
    return `${reply.state} ${isHidden}`;
  }

  #drawReply(exchange, reply) {
    const { words, platform, persona } = this.look();
    if (reply.state !== "shown") {
      return element("p", { class: "gone", tabindex: "-1" }, words.say(`reply-${reply.state}`));
    }
    if (reply.audience !== null && reply.audience !== persona) {
      const name = words.say(`persona-${reply.audience}`);
      return element("p", { class: "gone" }, icon("eye"), words.say("seen-by-another", { name }));
    }
    return drawMessage(platform, {
      words,
      exchange,
      reply,
      press: (token, control) => this.press(exchange, reply, token, control),
      dismiss: () => {
        reply.state = "dismissed";
        this.update(exchange);
        this.focus(exchange, reply);
      },
    });
  }

  #line(exchange) {
    const { words } = this.look();
    if (exchange.state === "unsent") {
      return element(
        "p",
        { class: "line is-unsent" },
        icon("warn"),
        words.say("unsent"),
        element("button", { type: "button", click: () => this.resend(exchange) }, words.say("try-again")),
      );
    }
    const said = exchange.line?.(words);
    return said ? element("p", { class: "line" }, icon("hush"), said) : null;
  }

  get #view() {
    return this.root.parentElement;
  }

  /** Scroll so that something is seen, from its beginning if it does not fit. */
  #reveal(drawn, block = "end") {
    const isTall = drawn.offsetHeight > this.#view.clientHeight;
    drawn.scrollIntoView({ block: isTall ? "start" : block });
  }
}
