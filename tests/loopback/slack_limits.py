"""What Slack refuses in a message, after its Block Kit reference and its answers; nothing here is the adapter's own."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

MAX_TEXT, ADVISED_TEXT = 40_000, 4_000
MAX_BLOCKS, MAX_ATTACHMENTS, MAX_ALL_BLOCKS = 50, 100, 12_000
MAX_ID = 255
COLOUR = re.compile(r"good|warning|danger|#?[0-9A-Fa-f]{6}")
LIVE = re.compile(r"<(?:!(?:channel|here|everyone|subteam\^)|@[UWB])[^<>]*>")
TEXT_KEYS = {"plain_text": {"type", "text", "emoji"}, "mrkdwn": {"type", "text", "verbatim"}}

Json = Mapping[str, Any]


class LimitError(Exception):
    """What Slack would not take; ``str()`` is where and why."""


def refusal(body: Json) -> str | None:
    """Slack's word for what is wrong with a message; None when it would be shown."""
    if len(str(body.get("text") or "")) > MAX_TEXT:
        return "msg_too_long"
    blocks, attachments = body.get("blocks") or [], body.get("attachments") or []
    if not (body.get("text") or blocks or attachments):
        return "no_text"
    try:
        check_blocks(blocks)
    except LimitError:
        return "invalid_blocks"
    try:
        check_attachments(attachments)
    except LimitError:
        return "invalid_attachments"
    every = [*blocks, *(block for attachment in attachments for block in attachment.get("blocks") or [])]
    return "msg_blocks_too_long" if len(json.dumps(every, ensure_ascii=False)) > MAX_ALL_BLOCKS else None


def faults(body: Json) -> Iterator[str]:
    """What Slack takes but people suffer from."""
    if not str(body.get("text") or "").strip() and (body.get("blocks") or body.get("attachments")):
        yield "no text beside blocks: notifications and screen readers have nothing to say"
    if len(str(body.get("text") or "")) > ADVISED_TEXT:
        yield "text is longer than advised"


def live_mentions(body: Json) -> list[str]:
    """The mentions that would notify somebody, in all that Slack parses."""
    texts = [str(body.get("text") or "")]
    texts += [one["text"] for one in _objects(body) if one.get("type") == "mrkdwn"]
    return [found for text in texts for found in LIVE.findall(text)]


def check_attachments(attachments: list[Json]) -> None:
    """Raises LimitError for the first attachment that is not one."""
    _at_most("attachments", len(attachments), MAX_ATTACHMENTS)
    for attachment in attachments:
        if "color" in attachment and not COLOUR.fullmatch(attachment["color"]):
            raise LimitError(f"color {attachment['color']!r}")
        check_blocks(attachment.get("blocks") or [])


def check_blocks(blocks: list[Json]) -> None:
    """Raises LimitError for the first block that breaks a limit."""
    _at_most("blocks", len(blocks), MAX_BLOCKS)
    _unique("block_id", (block["block_id"] for block in blocks if "block_id" in block))
    for block in blocks:
        kind = block.get("type")
        if kind == "section":
            _check_section(block)
        elif kind == "header":
            _text(block.get("text"), 150, "plain_text")
        elif kind == "context":
            _between("context elements", len(block["elements"]), 10)
            for element in block["elements"]:
                if element.get("type") != "image":
                    _text(element, 2000)
        elif kind == "actions":
            _between("actions elements", len(block["elements"]), 25)
            _unique("action_id", (element["action_id"] for element in block["elements"]))
            for element in block["elements"]:
                _check_element(element)
        elif kind != "divider":
            raise LimitError(f"block type {kind!r}")


def _check_section(block: Json) -> None:
    fields = block.get("fields") or []
    if "text" not in block and not fields:
        raise LimitError("a section without text")
    if "text" in block:
        _text(block["text"], 3000)
    _at_most("fields", len(fields), 10)
    for field in fields:
        _text(field, 2000)


def _check_element(element: Json) -> None:
    kind = element.get("type")
    _between("action_id", len(element["action_id"]), MAX_ID)
    if kind == "button":
        _text(element.get("text"), 75, "plain_text")
        _at_most("value", len(element.get("value", "")), 2000)
        _at_most("url", len(element.get("url", "")), 3000)
    elif kind in {"static_select", "overflow"}:
        if "placeholder" in element:
            _text(element["placeholder"], 150, "plain_text")
        _between("options", len(element["options"]), 100 if kind == "static_select" else 5)
        _check_options(element["options"])
    elif kind == "external_select":
        if "placeholder" in element:
            _text(element["placeholder"], 150, "plain_text")
        if not isinstance(element.get("min_query_length", 3), int) or element.get("min_query_length", 3) < 0:
            raise LimitError("min_query_length")
        if "options" in element:
            raise LimitError("an external select with options of its own")
    else:
        raise LimitError(f"element type {kind!r}")


def check_offer(payload: Json | None) -> list[Json]:
    """The options in an answer to ``block_suggestion``. Raises LimitError where Slack would show none of them."""
    options = (payload or {}).get("options")
    if not isinstance(options, list):
        raise LimitError("no options")
    _at_most("options", len(options), 100)
    _check_options(options)
    return options


def _check_options(options: list[Json]) -> None:
    for option in options:
        if not set(option) <= {"text", "value", "description", "url"}:
            raise LimitError(f"not an option: {option!r}")
        _text(option.get("text"), 75, "plain_text")
        _between("option value", len(option["value"]), 150)
        if "description" in option:
            _text(option["description"], 75, "plain_text")


def _text(given: object, most: int, kind: str | None = None) -> None:
    if not isinstance(given, Mapping) or given.get("type") not in TEXT_KEYS:
        raise LimitError(f"not a text: {given!r}")
    if kind not in {None, given["type"]} or not set(given) <= TEXT_KEYS[given["type"]]:
        raise LimitError(f"wrong kind of text: {given!r}")
    _at_most("text", len(given["text"]), most)
    if not given["text"].strip():
        raise LimitError("a text is empty")


def _objects(value: object) -> Iterator[Json]:
    if isinstance(value, Mapping):
        yield value
        for part in value.values():
            yield from _objects(part)
    elif isinstance(value, list):
        for part in value:
            yield from _objects(part)


def _between(name: str, number: int, most: int) -> None:
    if number < 1:
        raise LimitError(f"{name} is empty")
    _at_most(name, number, most)


def _at_most(name: str, number: int, most: int) -> None:
    if number > most:
        raise LimitError(f"{name}: {number}, at most {most}")


def _unique(name: str, values: Iterable[str]) -> None:
    seen = list(values)
    if len(set(seen)) < len(seen):
        raise LimitError(f"{name} is used twice")
