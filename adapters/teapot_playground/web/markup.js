// A text with its mark-up understood: a list of pieces, each a string or {kind, pieces | text, ...}.

import { element, link } from "./dom.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strike: "s", quote: "blockquote", subtext: "small" };

/**
 * Read a text by rules, each {kind, pattern, piece(found, read), allowed?(before)}: the first rule that fits at a place
 * wins, and what no rule takes is text. Patterns are sticky; `before` is the character before the place.
 */
export function readBy(rules, text) {
  const pieces = [];
  const read = (inner) => readBy(rules, inner);
  let at = 0;
  let plainFrom = 0;
  while (at < text.length) {
    const taken = take(rules, text, at, read);
    if (taken === null) {
      at += 1;
      continue;
    }
    if (plainFrom < at) {
      pieces.push(text.slice(plainFrom, at));
    }
    pieces.push(taken.piece);
    at = plainFrom = taken.end;
  }
  if (plainFrom < text.length) {
    pieces.push(text.slice(plainFrom));
  }
  return pieces;
}

function take(rules, text, at, read) {
  for (const rule of rules) {
    if (rule.allowed && !rule.allowed(text[at - 1])) {
      continue;
    }
    rule.pattern.lastIndex = at;
    const found = rule.pattern.exec(text);
    if (found) {
      return { piece: rule.piece(found, read), end: at + found[0].length };
    }
  }
  return null;
}

/** Pieces as nodes of the page. */
export function drawPieces(pieces) {
  return pieces.map((piece) => (typeof piece === "string" ? document.createTextNode(piece) : drawPiece(piece)));
}

function drawPiece(piece) {
  switch (piece.kind) {
    case "code":
      return element("code", {}, piece.text);
    case "block":
      return element("pre", { tabindex: "0" }, element("code", {}, piece.text));
    case "link":
      return link(piece.address, ...drawPieces(piece.pieces));
    case "mention":
      return element("span", { class: "mention" }, piece.text);
    case "heading":
      return element("p", { class: `heading heading-${piece.level}` }, ...drawPieces(piece.pieces));
    case "list":
      return element(
        piece.ordered ? "ol" : "ul",
        { start: piece.ordered ? piece.start : null },
        ...piece.items.map((item) => element("li", {}, ...drawPieces(item))),
      );
    default:
      return element(TAGS[piece.kind] ?? "span", {}, ...drawPieces(piece.pieces));
  }
}
