"""What Discord refuses in a body, as one line a problem (docs: Message, Embed, Components, Application Commands).

Its own table, not the adapter's: a limit that is wrong there must fail here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

CONTENT = 2000
NONCE = 25
FILES, REQUEST_BYTES, ATTACHMENT_DESCRIPTION = 10, 25 * 1024 * 1024, 1024
EMBEDS, EMBED_URL = 10, 2048
EMBED_TEXTS = {"title": 256, "description": 4096}
FIELDS, FIELD_NAME, FIELD_VALUE = 25, 256, 1024
FOOTER, AUTHOR = 2048, 256
ALL_EMBEDS = 6000
ROWS, BUTTONS, CUSTOM_ID, LABEL, BUTTON_URL = 5, 5, 100, 80, 512
OPTIONS, OPTION_TEXT, PLACEHOLDER = 25, 100, 150
CHOICES, CHOICE_TEXT = 25, 100
COMMANDS_BY_TYPE = {1: 100, 2: 15, 3: 15}
COMMAND_NAME, COMMAND_DESCRIPTION, COMMAND_OPTIONS, COMMAND_TEXTS = 32, 100, 25, 8000
MENTIONED = 100
LOCALES = frozenset(
    {"id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR"}
    | {"ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko"}
)
_SLASH_NAME = re.compile(r"[-_'\w]{1,32}")


def message_problems(body: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the body of a message, or of an answer to an interaction."""
    yield from _too_long("content", body.get("content") or "", CONTENT)
    yield from _too_long("nonce", str(body.get("nonce") or ""), NONCE)
    embeds = body.get("embeds") or []
    if len(embeds) > EMBEDS:
        yield f"embeds: {len(embeds)}"
    for embed in embeds:
        yield from _embed_problems(embed)
    if sum(length(text) for embed in embeds for text in _embed_texts(embed)) > ALL_EMBEDS:
        yield "embeds: more than 6000 in all"
    yield from _component_problems(body.get("components") or [])
    yield from _mention_problems(body.get("allowed_mentions") or {})


def upload_problems(body: Mapping[str, Any], uploads: Mapping[int, tuple[str, bytes]]) -> Iterator[str]:
    """What is wrong with the files beside a body, and with its words on them (docs: Uploading Files, Attachment)."""
    told = {one["id"]: one for one in body.get("attachments") or [] if isinstance(one["id"], int)}
    if len(uploads) > FILES or sum(len(content) for _, content in uploads.values()) > REQUEST_BYTES:
        yield f"files: {len(uploads)}, or too large"
    for number, one in told.items():
        if number not in uploads:
            yield f"attachments: {number} was not uploaded"
        elif one.get("filename") not in (None, uploads[number][0]):
            yield f"attachments: {one['filename']!r} is called otherwise"
        yield from _too_long("attachment description", one.get("description") or "", ATTACHMENT_DESCRIPTION)
    names = {name for name, _ in uploads.values()}
    for embed in body.get("embeds") or []:
        url = (embed.get("image") or {}).get("url", "")
        if url.startswith("attachment://") and url.removeprefix("attachment://") not in names:
            yield f"embed image: {url!r} is no file of this message"


def command_problems(commands: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """What is wrong with a whole set of commands."""
    for kind, most in COMMANDS_BY_TYPE.items():
        names = [command["name"] for command in commands if command.get("type", 1) == kind]
        if len(names) > most or len(set(names)) < len(names):
            yield f"type {kind}: {len(names)} commands, {len(set(names))} names"
    for command in commands:
        if command.get("type", 1) == 1:
            yield from _slash_problems(command)
            yield from _option_problems(command.get("options") or [])
        else:
            yield from _wrong_length("name", command["name"], COMMAND_NAME)
            if command.get("description"):
                yield "description: not for a context menu"
        yield from _locale_problems(command)
        if sum(_texts_of_command(command)) > COMMAND_TEXTS:
            yield f"{command['name']}: more than 8000 in all"


def choice_problems(choices: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """What is wrong with the lines of an autocomplete answer, or with an option's choices."""
    if len(choices) > CHOICES:
        yield f"choices: {len(choices)}"
    for choice in choices:
        yield from _wrong_length("choice name", choice["name"], CHOICE_TEXT)
        yield from _wrong_length("choice value", choice["value"], CHOICE_TEXT)


def length(text: str) -> int:
    """UTF-16 code units after trimming blanks, the strictest way to count."""
    return len(text.strip().encode("utf-16-le")) // 2


def _embed_problems(embed: Mapping[str, Any]) -> Iterator[str]:
    for name, most in EMBED_TEXTS.items():
        yield from _too_long(name, embed.get(name) or "", most)
    yield from _too_long("footer", (embed.get("footer") or {}).get("text", ""), FOOTER)
    yield from _too_long("author", (embed.get("author") or {}).get("name", ""), AUTHOR)
    fields = embed.get("fields") or []
    if len(fields) > FIELDS:
        yield f"fields: {len(fields)}"
    for field in fields:
        yield from _wrong_length("field name", field.get("name") or "", FIELD_NAME)
        yield from _wrong_length("field value", field.get("value") or "", FIELD_VALUE)
    if not 0 <= embed.get("color", 0) <= 0xFFFFFF:
        yield f"color: {embed['color']}"
    yield from _url_problems("embed url", embed.get("url"), EMBED_URL)
    image = (embed.get("image") or {}).get("url")
    if image is not None and not image.startswith("attachment://"):
        yield from _url_problems("embed image", image, EMBED_URL)
    if not any(_embed_texts(embed)):
        yield "embed: empty"


def _embed_texts(embed: Mapping[str, Any]) -> Iterator[str]:
    yield from (embed.get(name) or "" for name in EMBED_TEXTS)
    yield (embed.get("footer") or {}).get("text", "")
    yield (embed.get("author") or {}).get("name", "")
    for field in embed.get("fields") or []:
        yield from (field.get("name") or "", field.get("value") or "")


def _component_problems(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if len(rows) > ROWS:
        yield f"rows: {len(rows)}"
    custom_ids: list[str] = []
    for row in rows:
        inside = row.get("components") or []
        selects = [one for one in inside if one["type"] == 3]
        if row["type"] != 1 or not 1 <= len(inside) <= (1 if selects else BUTTONS):
            yield f"row of {len(inside)}, {len(selects)} of them lists"
        for one in inside:
            custom_ids += [one["custom_id"]] if "custom_id" in one else []
            yield from _select_problems(one) if one["type"] == 3 else _button_problems(one)
    if len(set(custom_ids)) < len(custom_ids):
        yield "custom_id: twice in one message"


def _button_problems(button: Mapping[str, Any]) -> Iterator[str]:
    yield from _wrong_length("label", button.get("label") or "", LABEL)
    if button["type"] != 2 or button["style"] not in range(1, 6):
        yield f"component of type {button['type']} and style {button['style']}"
    if button["style"] == 5:
        yield from _url_problems("button url", button.get("url") or "missing", BUTTON_URL)
        if "custom_id" in button:
            yield "custom_id: not for a link"
    else:
        yield from _wrong_length("custom_id", button.get("custom_id") or "", CUSTOM_ID)


def _select_problems(select: Mapping[str, Any]) -> Iterator[str]:
    yield from _wrong_length("custom_id", select.get("custom_id") or "", CUSTOM_ID)
    yield from _too_long("placeholder", select.get("placeholder") or "", PLACEHOLDER)
    options = select.get("options") or []
    values = {option["value"] for option in options}
    if not 1 <= len(options) <= OPTIONS or len(values) < len(options):
        yield f"{len(options)} options, {len(values)} values"
    for option in options:
        yield from _wrong_length("option label", option["label"], OPTION_TEXT)
        yield from _wrong_length("option value", option["value"], OPTION_TEXT)
        if "description" in option:
            yield from _wrong_length("option description", option["description"], OPTION_TEXT)


def _mention_problems(allowed: Mapping[str, Any]) -> Iterator[str]:
    kinds = allowed.get("parse") or []
    if not set(kinds) <= {"users", "roles", "everyone"}:
        yield f"allowed_mentions: {kinds}"
    for kind in ("users", "roles"):
        ids = allowed.get(kind) or []
        if len(ids) > MENTIONED or (ids and kind in kinds):
            yield f"allowed_mentions: {len(ids)} {kind} beside {kinds}"


def _slash_problems(named: Mapping[str, Any]) -> Iterator[str]:
    """The rules that commands and options share."""
    for name in (named["name"], *(named.get("name_localizations") or {}).values()):
        if not _SLASH_NAME.fullmatch(name) or name != name.lower():
            yield f"name: {name!r}"
    for text in (named["description"], *(named.get("description_localizations") or {}).values()):
        yield from _wrong_length("description", text, COMMAND_DESCRIPTION)


def _option_problems(options: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    needed = [bool(option.get("required")) for option in options]
    if len(options) > COMMAND_OPTIONS or needed != sorted(needed, reverse=True):
        yield "options: too many, or a required one behind a free one"
    for option in options:
        yield from _slash_problems(option)
        yield from _locale_problems(option)
        yield from choice_problems(option.get("choices") or [])
        if option.get("choices") and option.get("autocomplete"):
            yield f"{option['name']}: choices and autocomplete"


def _locale_problems(named: Mapping[str, Any]) -> Iterator[str]:
    for key in ("name_localizations", "description_localizations"):
        unknown = set(named.get(key) or {}) - LOCALES
        if unknown:
            yield f"{key}: {sorted(unknown)}"


def _texts_of_command(named: Mapping[str, Any]) -> Iterator[int]:
    for key in ("name", "description"):
        texts = [named.get(key) or "", *(named.get(f"{key}_localizations") or {}).values()]
        yield max(map(length, texts))
    for choice in named.get("choices") or []:
        yield length(choice["name"]) + length(str(choice["value"]))
    for option in named.get("options") or []:
        yield from _texts_of_command(option)


def _too_long(name: str, text: str, most: int) -> Iterator[str]:
    if length(text) > most:
        yield f"{name}: {length(text)} > {most}"


def _wrong_length(name: str, text: str, most: int) -> Iterator[str]:
    if not 1 <= length(text) <= most:
        yield f"{name}: {length(text)} not in 1..{most}"


def _url_problems(name: str, url: str | None, most: int) -> Iterator[str]:
    if url is not None and not (re.match(r"https?://\S+$", url) and len(url) <= most):
        yield f"{name}: {url[:40]!r}"
