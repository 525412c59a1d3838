// A list to pick from, as both platforms have it on a message: press it, choose a line, something happens.

import { element, icon } from "./dom.js";
import { Listbox } from "./listbox.js";

/** `lines` are `{label, note, value}`; `pick(value)` is called with the chosen line's value. */
export function picker(look, placeholder, lines, pick) {
  const owner = element(
    "button",
    {
      type: "button",
      class: `${look}-select`,
      role: "combobox",
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      "aria-label": placeholder,
    },
    element("span", {}, placeholder),
    icon("down"),
  );
  const list = new Listbox(owner, placeholder, (line) => pick(line.value));
  list.drawn.classList.add(`${look}-options`);
  const whole = element("div", { class: `${look}-picker popup-anchor` }, owner, list.drawn);

  function open(at) {
    const below = window.innerHeight - owner.getBoundingClientRect().bottom;
    whole.classList.toggle("opens-up", below < 300 && owner.getBoundingClientRect().top > below);
    list.open(lines, at);
  }

  let typed = "";
  let typedAt = 0;
  function find(letter, now) {
    typed = now - typedAt > 700 ? letter : typed + letter;
    typedAt = now;
    return lines.findIndex((line) => line.label.toLowerCase().startsWith(typed.toLowerCase()));
  }

  owner.addEventListener("click", () => (list.isOpen ? list.close() : open(0)));
  owner.addEventListener("blur", () => list.close());
  owner.addEventListener("keydown", (event) => {
    const { key } = event;
    if (!list.isOpen && ["ArrowDown", "ArrowUp"].includes(key)) {
      open(key === "ArrowDown" ? 0 : lines.length - 1);
    } else if (list.isOpen && list.takeKey(key)) {
      // The list has moved.
    } else if (list.isOpen && ["Enter", " "].includes(key)) {
      list.pickActive();
    } else if (list.isOpen && key === "Escape") {
      list.close();
    } else if (key.length === 1 && key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const at = find(key, event.timeStamp);
      if (at >= 0) {
        open(at);
      }
    } else {
      return;
    }
    event.preventDefault();
  });
  return whole;
}
