"""Cards as Slack message bodies: plain JSON values, no connection and no library needed.

What it is stands on top, the rest in an attachment with the class colour as its bar: only attachments have one. With
blocks on top ``text`` is not shown but read out and notified (docs: chat.postMessage, ``text``); beside an attachment
alone it would stand above the card a second time.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from teapot.card import Button, Card, Choice, Link, Place, Reply
from teapot.entries import Language
from teapot.lookup import Suggestion
from teapot.press import PREFIX, Press, Verb
from teapot_slack import limits
from teapot_slack.limits import cut
from teapot_slack.mrkdwn import clean, entities, fitting, fitting_lines, fixed

TITLE, LEAD, LABEL, FOOTER, ADDRESS = 300, 1000, 300, 300, 1000
"""Characters that the short parts get, so that the whole always has room for the steps and the buttons."""

BUTTONS = 3000
"""Characters of JSON that the buttons get."""

PICKER = 400
"""Characters of JSON around the choices of a picker."""

FIND = f"{PREFIX}:find:"
"""What the ``action_id`` of the field to type into begins with; the card's language follows."""

Json = dict[str, Any]


def body(reply: Reply) -> Json:
    """The message body for a reply: ``text``, what it is on top, and the rest beside a bar in the class's colour."""
    shown = reply.card
    if shown is None:
        return {"text": "", "attachments": []}
    if reply.picture is not None and reply.place is not Place.PUBLIC:
        shown = replace(shown, footer=" · ".join(filter(None, (shown.footer, reply.picture.instead))))
    top = [_head(shown)]
    below = _rest(shown, limits.ALL_BLOCKS - _size(top))
    return {
        "text": _notified(shown),
        "blocks": top,
        "attachments": [{"color": f"#{shown.colour:06X}", "blocks": below}] if below else [],
        "unfurl_links": False,
        "unfurl_media": False,
    }


def with_picture(reply: Reply) -> Json:
    """The blocks that stand above the reply's picture, and what is told about its file; it has no bar of its own."""
    shown, picture = reply.card, reply.picture
    if shown is None or picture is None:
        return body(reply)
    top = [_head(shown)]
    title = cut(clean(shown.plain), limits.FILE_TITLE)
    about = {"name": picture.name, "title": title, "alt_txt": cut(picture.alt, limits.ALT)}
    return {"blocks": [*top, *_rest(shown, limits.ALL_BLOCKS - _size(top))], "files": [about]}


def plain(reply: Reply) -> Json:
    """The same facts as text alone, for when Slack refuses the blocks."""
    shown = reply.card
    if shown is None:
        return body(reply)
    lines = [shown.plain, *(f"{section.label}: {' '.join(section.lines)}" for section in shown.sections[:2])]
    return {"text": fitting_lines(lines, limits.TEXT), "unfurl_links": False, "unfurl_media": False}


def _notified(card: Card) -> str:
    return entities(cut(card.plain, limits.TEXT // len("&amp;")))


def _head(card: Card) -> Json:
    """Title and lead in one block, the title linked to what defines the code."""
    title, address = fitting(" ".join(card.title.split()), TITLE, links=False), _address(card.link)
    lines = (f"*<{address}|{title}>*" if address else f"*{title}*", fitting(card.lead, LEAD))
    return _section("\n".join(filter(None, lines)))


def _rest(card: Card, room: int) -> list[Json]:
    """All below the head within ``room`` characters of JSON; what does not fit is left out before the footer."""
    last = _last(card, room)
    room -= _size(last)
    drawn: list[Json] = []
    for text in _texts(card):
        one = _section(text)
        room -= _size([one])
        if room < 0 or len(drawn) + len(last) + 2 > limits.BLOCKS:
            break
        drawn.append(one)
    return drawn + last


def _texts(card: Card) -> Iterable[str]:
    body = fitting(card.body, limits.SECTION_TEXT)
    if body.strip():
        yield body
    for section in card.sections:
        label = f"*{fitting(section.label, LABEL, links=False)}*\n"
        yield label + fitting_lines(section.lines, limits.SECTION_TEXT - len(label))
    for block in card.blocks:
        label = f"*{fitting(block.label, LABEL, links=False)}*\n"
        yield label + fixed(block.text, limits.SECTION_TEXT - len(label))


def _last(card: Card, room: int) -> list[Json]:
    """What always stands at the end: footer, buttons, the field to type into, as much of the picker as has room."""
    drawn: list[Json] = []
    footer = fitting(card.footer, FOOTER)
    if footer.strip():
        drawn.append({"type": "context", "elements": [{"type": "mrkdwn", "text": footer, "verbatim": True}]})
    buttons = _within([_button(button) for button in card.buttons[: limits.ACTION_ELEMENTS]], BUTTONS)
    if buttons:
        drawn.append({"type": "actions", "elements": buttons})
    if card.finder:
        drawn.append({"type": "actions", "elements": [_finder(card)]})
    if card.picker is not None:
        options = [_option(choice) for choice in card.picker.choices[: limits.OPTIONS]]
        options = _within(options, room - _size(drawn) - PICKER)
        if options:
            select = {
                "type": "static_select",
                "action_id": f"{PREFIX}:pick",
                "placeholder": _plain_text(card.picker.placeholder, limits.PLACEHOLDER),
                "options": options,
            }
            drawn.append({"type": "actions", "elements": [select]})
    return drawn


def found(suggestions: Sequence[Suggestion], language: Language) -> list[Json]:
    """What the field to type into offers (docs: block_suggestion): at most OPTIONS, each opens an entry."""
    return [
        {
            "text": _plain_text(suggestion.label, limits.OPTION_TEXT),
            "value": Press(Verb.SUMMARY, "~".join(suggestion.query.split()), language).token(),
        }
        for suggestion in suggestions[: limits.OPTIONS]
    ]


def _finder(card: Card) -> Json:
    return {
        "type": "external_select",
        "action_id": f"{FIND}{card.language}",
        "placeholder": _plain_text(card.finder, limits.PLACEHOLDER),
        "min_query_length": 0,
    }


def _within(drawn: list[Json], room: int) -> list[Json]:
    while drawn and _size(drawn) > room:
        drawn.pop()
    return drawn


def _address(link: Link | None) -> str:
    """The link's address as it may stand between ``<`` and ``|``; empty when there is none that Slack would take."""
    if link is None or not link.url.startswith(("https://", "http://")):
        return ""
    address = entities("".join(link.url.split())).replace("|", "%7C")
    return address if len(address) <= ADDRESS else ""


def _section(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}


def _plain_text(text: str, most: int) -> Json:
    return {"type": "plain_text", "text": cut(clean(text), most), "emoji": False}


def _button(button: Button) -> Json:
    return {
        "type": "button",
        "text": _plain_text(button.label, limits.BUTTON_TEXT),
        "action_id": button.press.token(),
        "value": button.press.token(),
    }


def _option(choice: Choice) -> Json:
    drawn = {"text": _plain_text(choice.label, limits.OPTION_TEXT), "value": choice.press.token()}
    note = _plain_text(choice.note, limits.OPTION_DESCRIPTION)
    return {**drawn, "description": note} if note["text"].strip() else drawn


def _size(blocks: list[Json]) -> int:
    return len(json.dumps(blocks, ensure_ascii=False))
