// Discord's Markdown, as far as bots' messages use it (docs: Message Formatting; help centre: Markdown Text 101).

import { readBy } from "./markup.js";

const around = (kind, pattern) => ({ kind, pattern, piece: (found, read) => ({ kind, pieces: read(found[1]) }) });

const INLINE = [
  { pattern: /\\([!-/:-@[-`{-~])/y, piece: (found) => found[1] },
  { pattern: /(`{1,2})([^`](?:[^]*?[^`])?)\1(?!`)/y, piece: (found) => ({ kind: "code", text: found[2] }) },
  around("bold", /\*\*((?:\\[^]|[^\\])+?)\*\*(?!\*)/y),
  around("underline", /__((?:\\[^]|[^\\])+?)__(?!_)/y),
  around("italic", /\*(?![\s*])((?:\\[^]|\*\*|[^\\*])+?)\*(?!\*)/y),
  { ...around("italic", /_((?:\\[^]|__|[^\\_])+?)_(?![\p{L}\p{N}_])/uy), allowed: (before) => !/[\p{L}\p{N}_]/u.test(before ?? "") },
  around("strike", /~~((?:\\[^]|[^\\])+?)~~/y),
  {
    pattern: /\[((?:\\[^]|[^\\\]])+)\]\(<?(https?:\/\/[^\s()<>]+)>?\)/y,
    piece: (found, read) => ({ kind: "link", address: found[2], pieces: read(found[1]) }),
  },
  { pattern: /<(https?:\/\/[^\s<>]+)>/y, piece: (found) => ({ kind: "link", address: found[1], pieces: [found[1]] }) },
  {
    pattern: /https?:\/\/[^\s<>]*[^\s<>.,:;"'\])*_~|]/y,
    piece: (found) => ({ kind: "link", address: found[0], pieces: [found[0]] }),
  },
  { pattern: /<(?:@[!&]?|#)\d+>|@everyone\b|@here\b/y, piece: (found) => ({ kind: "mention", text: found[0] }) },
];

const BLOCK = /```(?:[A-Za-z0-9_+.#-]+\n)?\n*([^]*?)\n*```/g;
const LINES = [
  { kind: "heading", pattern: /^(#{1,3}) +(.+)$/ },
  { kind: "subtext", pattern: /^-# +(.+)$/ },
  { kind: "quote", pattern: /^> (.*)$/ },
  { kind: "ordered", pattern: /^(\d{1,4})\. +(.+)$/ },
  { kind: "unordered", pattern: /^[-*] +(.+)$/ },
];

/** A whole text: paragraphs, lists, quotes, code blocks. */
export function read(text) {
  const pieces = [];
  let from = 0;
  for (const found of text.matchAll(BLOCK)) {
    pieces.push(...readLines(text.slice(from, found.index).replace(/\n$/, "")));
    pieces.push({ kind: "block", text: found[1] });
    from = found.index + found[0].length;
  }
  pieces.push(...readLines(from ? text.slice(from).replace(/^\n/, "") : text));
  return pieces;
}

/** Text of one line, such as a title: no lists, no blocks. */
export function readLine(text) {
  return readBy(INLINE, text);
}

function readLines(text) {
  const pieces = [];
  let paragraph = [];
  const endParagraph = () => {
    if (paragraph.length > 0) {
      pieces.push(...readBy(INLINE, paragraph.join("\n")));
      paragraph = [];
    }
  };
  for (const line of text === "" ? [] : text.split("\n")) {
    const rule = LINES.find(({ pattern }) => pattern.test(line));
    if (!rule) {
      paragraph.push(line);
      continue;
    }
    endParagraph();
    addLine(pieces, rule.kind, rule.pattern.exec(line));
  }
  endParagraph();
  return pieces;
}

function addLine(pieces, kind, found) {
  const content = readBy(INLINE, found.at(-1));
  if (kind === "heading") {
    pieces.push({ kind, level: found[1].length, pieces: content });
    return;
  }
  if (kind !== "ordered" && kind !== "unordered") {
    pieces.push({ kind, pieces: content });
    return;
  }
  const ordered = kind === "ordered";
  const last = pieces.at(-1);
  if (last?.kind === "list" && last.ordered === ordered) {
    last.items.push(content);
  } else {
    pieces.push({ kind: "list", ordered, start: ordered ? Number(found[1]) : 1, items: [content] });
  }
}
