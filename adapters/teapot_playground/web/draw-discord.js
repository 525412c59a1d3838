// Draws a message body of Discord's API: content, embeds, rows of buttons and selects.

import { element, icon, link } from "./dom.js";
import { drawPieces } from "./markup.js";
import { read, readLine } from "./markup-discord.js";
import { picker } from "./picker.js";

const BUTTON = 2;
const SELECT = 3;
const LINK_STYLE = 5;
const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "secondary" };

/** `press(token, control)` is called for a button and for a picked line; `picture` is the file that was uploaded beside. */
export function drawBody(body, press, picture) {
  return element(
    "div",
    { class: "discord-body" },
    body.content ? element("div", { class: "discord-text" }, ...drawPieces(read(body.content))) : null,
    ...(body.embeds ?? []).map((embed) => drawEmbed(embed, picture)),
    ...(body.components ?? []).map((row) => drawRow(row, press)),
  );
}

function drawEmbed(embed, picture) {
  const title = embed.title ? drawPieces(readLine(embed.title)) : [];
  const drawn = element(
    "div",
    { class: "discord-embed" },
    embed.title ? element("h3", { class: "discord-title" }, ...(embed.url ? [link(embed.url, ...title)] : title)) : null,
    embed.description ? element("div", { class: "discord-text" }, ...drawPieces(read(embed.description))) : null,
    embed.fields?.length ? element("div", { class: "discord-fields" }, ...drawFields(embed.fields)) : null,
    embed.image && picture && embed.image.url === `attachment://${picture.name}`
      ? element("img", { class: "discord-image", src: picture.url, alt: picture.alt })
      : null,
    embed.footer ? element("p", { class: "discord-footer" }, embed.footer.text) : null,
  );
  if (embed.color !== undefined) {
    drawn.style.setProperty("--bar", `#${embed.color.toString(16).padStart(6, "0")}`);
  }
  return drawn;
}

/** Inline fields stand up to three in a row; another field begins a new row. */
function drawFields(fields) {
  const rows = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (field.inline && last?.[0].inline && last.length < 3) {
      last.push(field);
    } else {
      rows.push([field]);
    }
  }
  return rows.map((row) => element("div", { class: "discord-field-row" }, ...row.map(drawField)));
}

function drawField(field) {
  return element(
    "div",
    { class: "discord-field" },
    element("h4", {}, ...drawPieces(readLine(field.name))),
    element("div", { class: "discord-text" }, ...drawPieces(read(field.value))),
  );
}

function drawRow(row, press) {
  return element("div", { class: "discord-row" }, ...row.components.map((one) => drawComponent(one, press)));
}

function drawComponent(one, press) {
  if (one.type === BUTTON && one.style === LINK_STYLE) {
    const drawn = link(one.url, element("span", {}, one.label), icon("out"));
    drawn.classList.add("discord-button", "is-secondary");
    return drawn;
  }
  if (one.type === BUTTON) {
    const attributes = { type: "button", class: `discord-button is-${STYLES[one.style]}`, disabled: one.disabled };
    return element("button", { ...attributes, click: (event) => press(one.custom_id, event.currentTarget) }, one.label);
  }
  if (one.type === SELECT) {
    const lines = one.options.map(({ label, value, description }) => ({ label, value, note: description }));
    return picker("discord", one.placeholder, lines, press);
  }
  throw new Error(`Discord component of type ${one.type} is not drawn here`);
}
