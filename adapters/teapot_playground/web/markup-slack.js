// Slack's mrkdwn, as far as bots' messages use it (docs: Formatting message text).

import { readBy } from "./markup.js";

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

// A mark opens only after a space, a punctuation mark or at the beginning, and closes only before one or at the end;
// beside a word joiner (U+2060) it does neither.
const opens = (before) => before === undefined || /[\s\p{P}\p{S}]/u.test(before);
const INSIDE_A_WORD = "[\\p{L}\\p{N}\\u2060]";
const around = (kind, mark) => ({
  allowed: opens,
  pattern: new RegExp(`${mark}((?! )(?:[^${mark}\\n]|${mark}(?=${INSIDE_A_WORD}))*[^${mark}\\s])${mark}(?!${mark}|${INSIDE_A_WORD})`, "uy"),
  piece: (found, read) => ({ kind, pieces: read(found[1]) }),
});

const RULES = [
  { pattern: /```\n?([^]*?)\n?```/y, piece: (found) => ({ kind: "block", text: decode(found[1]) }) },
  { allowed: opens, pattern: /`([^`\n]+)`/y, piece: (found) => ({ kind: "code", text: decode(found[1]) }) },
  {
    pattern: /<((?:https?|mailto):[^|<>\n]+)(?:\|([^<>\n]*))?>/y,
    piece: (found, read) => ({
      kind: "link",
      address: decode(found[1]),
      pieces: found[2] ? read(found[2]) : [decode(found[1])],
    }),
  },
  {
    pattern: /<([@#!])([^|<>\n]+)(?:\|([^<>\n]*))?>/y,
    piece: (found) => ({ kind: "mention", text: found[3] ?? `${found[1] === "!" ? "@" : found[1]}${found[2]}` }),
  },
  {
    allowed: (before) => before === undefined || before === "\n",
    pattern: /&gt; ?([^\n]*)\n?/y,
    piece: (found, read) => ({ kind: "quote", pieces: read(found[1]) }),
  },
  { pattern: /&(?:amp|lt|gt);/y, piece: (found) => ENTITIES[found[0]] },
  around("bold", "\\*"),
  around("italic", "_"),
  around("strike", "~"),
];

/** A text of the type mrkdwn. */
export function read(text) {
  return readBy(RULES, text);
}

/** The three entities that Slack knows, as their characters; no others exist there. */
export function decode(text) {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]);
}
