"""Cards as Slack message bodies: plain JSON values, no connection and no library needed.

What it is stands on top, the rest in an attachment with the class colour as its bar: only attachments have one. With
blocks on top ``text`` is not shown but read out and notified (docs: chat.postMessage, ``text``); beside an attachment
alone it would stand above the card a second time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from teapot.card import Button, Card, Choice, Place, Reply
from teapot.drawings import Drawings
from teapot.entries import Language
from teapot.lookup import Suggestion
from teapot.press import PREFIX, Press, Verb
from teapot_slack import limits
from teapot_slack.blocks import Json, address_of, plain_text, section_of, size_of, within
from teapot_slack.limits import cut
from teapot_slack.mrkdwn import clean, entities, fitting, fitting_lines, fixed

TITLE, LEAD, LABEL, FOOTER = 300, 1000, 300, 300
"""Characters that the short parts get, so that the whole always has room for the steps and the buttons."""

BUTTONS = 3000
"""Characters of JSON that the buttons get."""

PICKER = 400
"""Characters of JSON around the choices of a picker."""

FIND = f"{PREFIX}:find:"
"""What the ``action_id`` of the field to type into begins with; the card's language follows."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A card's texts: ``text`` for notifications, what stands on top, and each part below with its size in JSON."""

    text: str
    top: list[Json]
    room: int
    parts: tuple[tuple[Json, int], ...]


def draw(card: Card) -> Drawn:
    """All of a card but its footer and what can be pressed; ``room`` is what the top leaves of the whole."""
    top = [_head(card)]
    parts = tuple((one, size_of([one])) for one in map(section_of, _texts(card)))
    notified = entities(cut(card.plain, limits.TEXT // len("&amp;")))
    return Drawn(notified, top, limits.ALL_BLOCKS - size_of(top), parts)


def body(reply: Reply, drawings: Drawings[Drawn] | None = None) -> Json:
    """The message body for a reply: ``text``, what it is on top, and the rest beside a bar in the class's colour.

    ``drawings`` are those of before.
    """
    shown = reply.card
    if shown is None:
        return {"text": "", "attachments": []}
    if reply.picture is not None and reply.place is not Place.PUBLIC:
        shown = replace(shown, footer=" · ".join(filter(None, (shown.footer, reply.picture.instead))))
    drawn = draw(shown) if drawings is None else drawings.of(shown)
    below = _rest(shown, drawn)
    return {
        "text": drawn.text,
        "blocks": drawn.top,
        "attachments": [{"color": f"#{shown.colour:06X}", "blocks": below}] if below else [],
        "unfurl_links": False,
        "unfurl_media": False,
    }


def with_picture(reply: Reply) -> Json:
    """The blocks that stand above the reply's picture, and what is told about its file; it has no bar of its own."""
    shown, picture = reply.card, reply.picture
    if shown is None or picture is None:
        return body(reply)
    drawn = draw(shown)
    title = cut(clean(shown.plain), limits.FILE_TITLE)
    about = {"name": picture.name, "title": title, "alt_txt": cut(picture.alt, limits.ALT)}
    return {"blocks": [*drawn.top, *_rest(shown, drawn)], "files": [about]}


def plain(reply: Reply) -> Json:
    """The same facts as text alone, for when Slack refuses the blocks."""
    shown = reply.card
    if shown is None:
        return body(reply)
    lines = [shown.plain, *(f"{section.label}: {' '.join(section.lines)}" for section in shown.sections[:2])]
    return {"text": fitting_lines(lines, limits.TEXT), "unfurl_links": False, "unfurl_media": False}


def _head(card: Card) -> Json:
    """Title and lead in one block, the title linked to what defines the code."""
    title, address = fitting(" ".join(card.title.split()), TITLE, links=False), address_of(card.link)
    lines = (f"*<{address}|{title}>*" if address else f"*{title}*", fitting(card.lead, LEAD))
    return section_of("\n".join(filter(None, lines)))


def _rest(card: Card, drawn: Drawn) -> list[Json]:
    """All below the head within the room there is; what does not fit is left out before the footer."""
    last = _last(card, drawn.room)
    room = drawn.room - size_of(last)
    below: list[Json] = []
    for one, size in drawn.parts:
        room -= size
        if room < 0 or len(below) + len(last) + 2 > limits.BLOCKS:
            break
        below.append(one)
    return below + last


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
    buttons = within([_button(button) for button in card.buttons[: limits.ACTION_ELEMENTS]], BUTTONS)
    if buttons:
        drawn.append({"type": "actions", "elements": buttons})
    if card.finder:
        drawn.append({"type": "actions", "elements": [_finder(card)]})
    if card.picker is not None:
        options = [_option(choice) for choice in card.picker.choices[: limits.OPTIONS]]
        options = within(options, room - size_of(drawn) - PICKER)
        if options:
            select = {
                "type": "static_select",
                "action_id": f"{PREFIX}:pick",
                "placeholder": plain_text(card.picker.placeholder, limits.PLACEHOLDER),
                "options": options,
            }
            drawn.append({"type": "actions", "elements": [select]})
    return drawn


def found(suggestions: Sequence[Suggestion], language: Language) -> list[Json]:
    """What the field to type into offers (docs: block_suggestion): at most OPTIONS, each opens an entry."""
    return [
        {
            "text": plain_text(suggestion.label, limits.OPTION_TEXT),
            "value": Press(Verb.SUMMARY, "~".join(suggestion.query.split()), language).token(),
        }
        for suggestion in suggestions[: limits.OPTIONS]
    ]


def _finder(card: Card) -> Json:
    return {
        "type": "external_select",
        "action_id": f"{FIND}{card.language}",
        "placeholder": plain_text(card.finder, limits.PLACEHOLDER),
        "min_query_length": 0,
    }


def _button(button: Button) -> Json:
    return {
        "type": "button",
        "text": plain_text(button.label, limits.BUTTON_TEXT),
        "action_id": button.press.token(),
        "value": button.press.token(),
    }


def _option(choice: Choice) -> Json:
    drawn = {"text": plain_text(choice.label, limits.OPTION_TEXT), "value": choice.press.token()}
    note = plain_text(choice.note, limits.OPTION_DESCRIPTION)
    return {**drawn, "description": note} if note["text"].strip() else drawn
