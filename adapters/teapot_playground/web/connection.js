// Whether the server is there, and the banner that says so when it is not.

import { element, icon } from "./dom.js";
import { isThere } from "./wire.js";

const LOOK_AGAIN_MILLISECONDS = 2_000;

export class Connection {
  /** `words()` gives the words; `back()` is called when a lost server answers again. */
  constructor(banner, words, back) {
    this.banner = banner;
    this.words = words;
    this.back = back;
    this.timer = null;
  }

  /** The server did not answer: say so, and look for it until it does. */
  lost() {
    if (this.timer === null) {
      this.timer = setInterval(() => this.look(), LOOK_AGAIN_MILLISECONDS);
      this.relabel();
    }
  }

  /** Look for the server now. */
  async look() {
    if (this.timer !== null && (await isThere()) && this.timer !== null) {
      clearInterval(this.timer);
      this.timer = null;
      this.banner.replaceChildren();
      this.back();
    }
  }

  relabel() {
    if (this.timer !== null) {
      const words = this.words();
      this.banner.replaceChildren(
        icon("warn"),
        element("p", {}, words.say("away")),
        element("button", { type: "button", click: () => this.look() }, words.say("try-again")),
      );
    }
  }
}
