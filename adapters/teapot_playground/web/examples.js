// What a first visitor can try with one press.

import { element } from "./dom.js";

const GROUPS = {
  ask: ["ask-1", "ask-2", "ask-3", "ask-4"],
  hear: ["hear-1", "hear-2", "hear-3"],
  quiet: ["quiet-1", "quiet-2", "quiet-3"],
};

/** The groups of examples; `choose(text)` is called with the one pressed. */
export function drawExamples(words, command, choose) {
  return Object.entries(GROUPS).map(([group, names]) =>
    element(
      "section",
      { class: "example-group", "aria-labelledby": `examples-${group}` },
      element("h3", { id: `examples-${group}` }, words.say(`examples-${group}`)),
      element("p", {}, words.say(`examples-${group}-note`)),
      element(
        "ul",
        {},
        ...names.map((name) => {
          const text = words.say(`example-${name}`, { command });
          return element("li", {}, element("button", { type: "button", class: "chip", click: () => choose(text) }, text));
        }),
      ),
    ),
  );
}
