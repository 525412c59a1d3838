// What a platform puts around a bot's message: avatar, name, what it answers, who can see it.

import * as discord from "./draw-discord.js";
import { element, icon } from "./dom.js";
import * as slack from "./draw-slack.js";

const BODIES = { discord: discord.drawBody, slack: slack.drawBody };

/**
 * A bot's message as `platform` shows it. `context` tells what it answers: {words, exchange, reply}, with the calls
 * `press(token, control)` and `dismiss()`.
 */
export function drawMessage(platform, context) {
  const { words, reply } = context;
  const isPrivate = reply.audience !== null;
  const title = { title: reply.drawn.plain };
  const frame = platform === "slack" ? slackFrame(context, isPrivate) : discordFrame(context, isPrivate);
  const drawn = element(
    "div",
    {
      class: `${platform}-message${isPrivate ? " is-private" : ""}`,
      role: "group",
      tabindex: "-1",
      "aria-label": isPrivate ? words.say("private-card-from", title) : words.say("card-from", title),
    },
    ...frame,
  );
  const body = reply.drawn.bodies[platform];
  if (body) {
    drawn.lastElementChild.append(payload(words, body));
  }
  return drawn;
}

function drawBody(platform, { words, reply, press }) {
  const { bodies, language, plain, picture } = reply.drawn;
  if (!bodies[platform]) {
    return element("p", { class: "plain" }, words.say("not-installed"), ` ${plain}`);
  }
  try {
    const drawn = BODIES[platform](bodies[platform], press, picture);
    drawn.lang = language;
    return drawn;
  } catch (error) {
    console.error(error);
    return element("p", { class: "plain" }, words.say("cannot-draw"), ` ${plain}`);
  }
}

/** What a message stands under: the message or the command that it answers, or the card whose button was pressed. */
function discordSpine({ words, exchange, reply }) {
  const bold = (text) => element("b", {}, text);
  if (reply.pressedOn) {
    return element("div", { class: "discord-spine" }, botAvatar(), element("p", {}, bold("Teapot"), ` ${reply.pressedOn}`));
  }
  const name = words.say(`persona-${exchange.persona}`);
  const [command] = exchange.text.split(/\s/, 1);
  const said = exchange.isCommand
    ? [bold(name), ` ${words.say("discord-used")} `, element("span", { class: "mention" }, command)]
    : [bold(`@${name}`), ` ${exchange.text}`];
  return element("div", { class: "discord-spine" }, avatarOf(exchange.persona), element("p", {}, ...said));
}

function discordFrame(context, isPrivate) {
  const { words, dismiss } = context;
  return [
    discordSpine(context),
    botAvatar(),
    element(
      "div",
      { class: "discord-main" },
      element(
        "p",
        { class: "discord-who" },
        element("b", {}, "Teapot"),
        element("span", { class: "discord-badge" }, words.say("discord-badge")),
        element("time", {}, words.time(context.reply.at)),
      ),
      drawBody("discord", context),
      isPrivate
        ? element(
            "p",
            { class: "discord-private" },
            icon("eye"),
            words.say("discord-private"),
            " · ",
            element("button", { type: "button", click: dismiss }, words.say("discord-dismiss")),
          )
        : null,
    ),
  ];
}

function slackFrame(context, isPrivate) {
  const { words, exchange, dismiss } = context;
  const above = isPrivate
    ? [icon("eye"), words.say("slack-private"), " · ", element("button", { type: "button", click: dismiss }, words.say("slack-dismiss"))]
    : exchange.isCommand || !context.reply.drawn.threaded
      ? []
      : [icon("thread"), words.say("slack-thread")];
  return [
    above.length > 0 ? element("p", { class: "slack-above" }, ...above) : null,
    botAvatar(),
    element(
      "div",
      { class: "slack-main" },
      element(
        "p",
        { class: "slack-who" },
        element("b", {}, "Teapot"),
        element("span", { class: "slack-badge" }, words.say("slack-badge")),
        element("time", {}, words.time(context.reply.at)),
      ),
      drawBody("slack", context),
    ),
  ];
}

/** The very body that the platform's adapter would send, for whoever wants to see it. */
function payload(words, body) {
  const shown = element("pre", { tabindex: "0", "aria-label": words.say("payload"), lang: "en" });
  const opened = (event) => {
    if (event.currentTarget.open) {
      shown.textContent = JSON.stringify(body, null, 2);
    }
  };
  return element("details", { class: "payload", toggle: opened }, element("summary", {}, words.say("payload")), shown);
}

function botAvatar() {
  return element("img", { class: "bot-avatar", src: "/playground/teapot.svg", alt: "", width: "40", height: "40" });
}

/** The round sign of one of the page's people. */
export function avatarOf(persona) {
  return element("span", { class: `avatar of-${persona}`, "aria-hidden": "true" });
}
