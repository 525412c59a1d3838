// Small words for building the page. Text always becomes text nodes, never markup.

const SVG = "http://www.w3.org/2000/svg";

/**
 * A new element. A function among the attributes listens to the event of that name; null, undefined and false leave an
 * attribute out; true sets it empty. Children are nodes or texts, and null for none.
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

/** One of the page's own drawings, without a meaning of its own to a screen reader. */
export function icon(name) {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("class", "icon");
  drawn.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  drawn.append(use);
  return drawn;
}

/** A link to another site, in a tab of its own; anything but http and https stays text. */
export function link(address, ...children) {
  if (!/^https?:\/\//i.test(address)) {
    return element("span", {}, ...children);
  }
  return element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

/** An id that no other page has: letters and digits. */
export function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
