"""Cards as Discord message bodies: plain JSON values, no connection and no library needed.

Embeds show the card, action rows its buttons. Nothing in them is a live mention: embeds ping nobody, all text is
escaped, and ``allowed_mentions`` is empty (docs: Message Create, Allowed Mentions Object).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from teapot.addresses import parted
from teapot.card import Button, Card, Picker, Picture, Reply
from teapot.drawings import Drawings
from teapot.press import PREFIX
from teapot_discord import limits
from teapot_discord.limits import cut, units

SECONDARY, LINK = 2, 5
ROW, BUTTON, SELECT = 1, 2, 3
BLANK = "\u200b"
"""Shows nothing, yet is not empty: Discord refuses a field without a name or a value."""

_CODE = re.compile(r"(`[^`\n]+`)")
_BEFORE_MARK = re.compile(r"^([ \t]*)(?=-)|(?=[\\`*_~|>#\[\]<])", re.MULTILINE)
_CLOSED = re.compile(r"\\[^\w\s]|`[^`\n]+`")
_PING = re.compile(r"@(?=everyone|here)|<(?=[@#:/]|a:|t:|id:)")


def body(reply: Reply, embeds: Drawings[dict[str, Any]] | None = None) -> dict[str, Any]:
    """The message body for a reply with a card; ``embeds`` are those drawn before."""
    if reply.card is None:
        return {"allowed_mentions": {"parse": []}}
    shown, picture = embed(reply.card) if embeds is None else embeds.of(reply.card), reply.picture
    drawn = {"embeds": [shown], "components": components(reply.card), "allowed_mentions": {"parse": []}}
    if picture is None:
        return drawn
    return {
        **drawn,
        "embeds": [{**shown, "image": {"url": f"attachment://{picture.name}"}}],
        "attachments": [{"id": 0, "filename": picture.name, "description": description(picture)}],
    }


def description(picture: Picture) -> str:
    """What a picture shows, in words, as Discord takes them beside an attachment."""
    return cut(picture.alt, limits.ATTACHMENT_DESCRIPTION)


def plain(reply: Reply) -> dict[str, Any]:
    """The same facts without an embed, for a channel where the bot may not embed."""
    shown = reply.card
    if shown is None:
        return body(reply)
    parts = [shown.plain or shown.title]
    parts += [f"{section.label}: {' '.join(section.lines)}" for section in shown.sections[:2]]
    text = _cut("\n".join(map(escape, parts)), limits.CONTENT)
    return {"content": text, "components": components(shown), "allowed_mentions": {"parse": []}}


def embed(card: Card) -> dict[str, Any]:
    """One embed within every limit; what does not fit the total is left out from the end."""
    lead = f"**{escape(card.lead)}**" if card.lead and card.body else escape(card.lead)
    description = "\n\n".join(filter(None, (lead, escape(card.body))))
    head = {
        "title": _cut(escape(card.title), limits.EMBED_TITLE),
        "description": _cut(description, limits.EMBED_DESCRIPTION),
    }
    room = limits.EMBED_TOTAL - sum(map(units, head.values()))
    footer = cut(_unping(card.footer), min(limits.FOOTER, room))
    drawn: dict[str, Any] = {"color": card.colour, **{name: text for name, text in head.items() if text.strip()}}
    if card.link is not None and len(card.link.url) <= limits.URL:
        drawn["url"] = card.link.url
    if footer.strip():
        drawn["footer"] = {"text": footer}
    drawn["fields"] = _fields(card, room - units(footer))
    return drawn


def components(card: Card) -> list[dict[str, Any]]:
    """The buttons in rows of five, the link among them, and the picker in a row of its own."""
    buttons = list({button.press: _button(button) for button in card.buttons}.values())
    if card.link is not None and len(card.link.url) <= limits.BUTTON_URL:
        label = cut(_unping(card.link.label), limits.BUTTON_LABEL)
        buttons.append({"type": BUTTON, "style": LINK, "label": label, "url": card.link.url})
    most_rows = limits.ROWS - (card.picker is not None)
    starts = range(0, min(len(buttons), most_rows * limits.BUTTONS_IN_ROW), limits.BUTTONS_IN_ROW)
    rows = [{"type": ROW, "components": buttons[at : at + limits.BUTTONS_IN_ROW]} for at in starts]
    if card.picker is not None and card.picker.choices:
        rows.append({"type": ROW, "components": [_select(card.picker)]})
    return rows


def escape(text: str) -> str:
    """Text that shows as it is: mark-up escaped outside code, and nothing that Discord could take for a mention.

    In an https address, which Discord makes a link, nothing is escaped: it would be taken for a part of the address.
    """
    parts = _CODE.split(text)
    return "".join(_unping(part) if at % 2 else _escaped(part) for at, part in enumerate(parts))


def texts(drawn: Mapping[str, Any]) -> Iterable[str]:
    """Every text of a body that somebody will read."""
    for value in drawn.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, Mapping):
            yield from texts(value)
        elif isinstance(value, list):
            for one in value:
                if isinstance(one, Mapping):
                    yield from texts(one)


def _escaped(text: str) -> str:
    return "".join(
        _unping(piece) if is_address else _BEFORE_MARK.sub(r"\1\\", _unping(piece))
        for piece, is_address in parted(text)
    )


def _unping(text: str) -> str:
    return _PING.sub(lambda found: f"{found[0]}{BLANK}", text)


def _cut(text: str, most: int) -> str:
    """Escaped text within ``most`` units; code that was cut in two is closed, so that it stays code."""
    if units(text) <= most:
        return text
    shortened = cut(text, most - 1)
    return f"{shortened}`" if "`" in _CLOSED.sub("", shortened) else shortened


def _fields(card: Card, room: int) -> list[dict[str, Any]]:
    """The sections and blocks, a long section going on in further fields; stops at the first that does not fit."""
    drawn: list[dict[str, Any]] = []
    for name, value, short in _labelled(card):
        room -= units(name) + units(value)
        if room < 0 or len(drawn) == limits.EMBED_FIELDS:
            break
        drawn.append({"name": name, "value": value, "inline": short})
    return drawn


def _labelled(card: Card) -> Iterator[tuple[str, str, bool]]:
    for section in card.sections:
        name = _cut(escape(section.label), limits.FIELD_NAME)
        for value in _pieces(map(escape, section.lines)):
            yield name if name.strip() else BLANK, value, section.short
            name = BLANK
    for block in card.blocks:
        name = _cut(escape(block.label), limits.FIELD_NAME)
        opening, closing = f"```{block.syntax}\n", "\n```"
        text = cut(_unping(block.text).replace("``", f"`{BLANK}`"), limits.FIELD_VALUE - len(opening + closing))
        yield name if name.strip() else BLANK, f"{opening}{text}{closing}", False


def _pieces(lines: Iterable[str]) -> Iterator[str]:
    """The lines joined to as few field values as possible, none cut in the middle but one too long for a field."""
    value = ""
    for line in lines:
        longer = f"{value}\n{line}" if value else _cut(line, limits.FIELD_VALUE)
        if units(longer) > limits.FIELD_VALUE:
            if value.strip():
                yield value
            longer = _cut(line, limits.FIELD_VALUE)
        value = longer
    if value.strip():
        yield value


def _button(button: Button) -> dict[str, Any]:
    label = cut(_unping(button.label), limits.BUTTON_LABEL)
    return {"type": BUTTON, "style": SECONDARY, "label": label, "custom_id": button.press.token()}


def _select(picker: Picker) -> dict[str, Any]:
    options = {
        choice.press: {
            "label": cut(_unping(choice.label), limits.OPTION_LABEL),
            "value": choice.press.token(),
            **({"description": cut(_unping(choice.note), limits.OPTION_DESCRIPTION)} if choice.note.strip() else {}),
        }
        for choice in picker.choices
    }
    return {
        "type": SELECT,
        "custom_id": f"{PREFIX}:pick",
        "placeholder": cut(_unping(picker.placeholder), limits.PLACEHOLDER),
        "options": list(options.values())[: limits.OPTIONS],
    }
