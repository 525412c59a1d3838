// Draws a message body of Slack's API: text, and blocks inside attachments with their colour bar.

import { element, link } from "./dom.js";
import { drawPieces } from "./markup.js";
import { decode, read } from "./markup-slack.js";
import { picker } from "./picker.js";

const NAMED_COLOURS = { good: "#2eb886", warning: "#daa038", danger: "#a30200" };

/** `press(token, control)` is called for a button and for a picked line; `picture` is the content of the body's file. */
export function drawBody(body, press, picture) {
  const files = body.files ?? [];
  const blocks = (body.blocks ?? []).map((block) => drawBlock(block, press));
  const hasBlocks = Boolean(body.blocks?.length);
  return element(
    "div",
    { class: "slack-body" },
    // Beside blocks of its own the text is for notifications only; beside attachments it is the message's first line.
    body.text && !hasBlocks ? element("div", { class: "slack-text" }, ...drawPieces(read(body.text))) : null,
    // Blocks that go with an attachment lie close upon it.
    ...(files.length > 0 ? [element("div", { class: "slack-blocks" }, ...blocks)] : blocks),
    ...files.map((file) => drawFile(file, picture)),
    ...(body.attachments ?? []).map((attachment) => drawAttachment(attachment, press)),
  );
}

/** A picture below its name, as Slack shows one that was uploaded. */
function drawFile(file, picture) {
  const isHere = picture?.name === file.name;
  return element(
    "figure",
    { class: "slack-file" },
    element("figcaption", {}, file.title),
    isHere ? element("img", { src: picture.url, alt: file.alt_txt }) : null,
  );
}

function drawAttachment(attachment, press) {
  const drawn = element(
    "div",
    { class: "slack-attachment" },
    element("div", { class: "slack-blocks" }, ...(attachment.blocks ?? []).map((block) => drawBlock(block, press))),
  );
  if (attachment.color) {
    drawn.style.setProperty("--bar", NAMED_COLOURS[attachment.color] ?? attachment.color);
  }
  return drawn;
}

function drawBlock(block, press) {
  switch (block.type) {
    case "section":
      return element(
        "div",
        { class: "slack-section" },
        block.text ? drawParagraph(block.text) : null,
        block.fields ? element("div", { class: "slack-fields" }, ...block.fields.map(drawParagraph)) : null,
        block.accessory ? drawElement(block.accessory, press) : null,
      );
    case "header":
      return element("h3", { class: "slack-header" }, ...drawText(block.text));
    case "context":
      return element("div", { class: "slack-context" }, ...block.elements.map((one) => element("span", {}, ...drawText(one))));
    case "divider":
      return element("hr", { class: "slack-divider" });
    case "actions":
      return element("div", { class: "slack-actions" }, ...block.elements.map((one) => drawElement(one, press)));
    default:
      throw new Error(`Slack block of type ${block.type} is not drawn here`);
  }
}

function drawParagraph(text) {
  return element("div", { class: "slack-text" }, ...drawText(text));
}

function drawText(text) {
  return text.type === "mrkdwn" ? drawPieces(read(text.text)) : [document.createTextNode(decode(text.text))];
}

function drawElement(one, press) {
  if (one.type === "button") {
    const label = drawText(one.text);
    const look = `slack-button${one.style ? ` is-${one.style}` : ""}`;
    if (one.url) {
      const drawn = link(one.url, ...label);
      drawn.className = look;
      return drawn;
    }
    const attributes = { type: "button", class: look };
    return element("button", { ...attributes, click: (event) => press(one.value, event.currentTarget) }, ...label);
  }
  if (one.type === "static_select") {
    const lines = one.options.map(({ text, value, description }) => ({
      label: decode(text.text),
      value,
      note: description && decode(description.text),
    }));
    return picker("slack", decode(one.placeholder.text), lines, press);
  }
  if (one.type === "external_select") {
    return drawField(decode(one.placeholder.text));
  }
  throw new Error(`Slack element of type ${one.type} is not drawn here`);
}

/** A field whose lines come while one types: here the page's own field is the one to type into. */
function drawField(placeholder) {
  const ask = (event) => event.currentTarget.dispatchEvent(new CustomEvent("find", { bubbles: true }));
  const drawn = element("button", { type: "button", class: "slack-select", click: ask }, element("span", {}, placeholder));
  return element("div", { class: "slack-picker" }, drawn);
}
