"""What is attached to a number in front: a key, an operator, a bracket, a reason phrase."""

import re

from teapot.mentions.english import phrases
from teapot.mentions.english import words as english
from teapot.mentions.english import words_behind as english_behind
from teapot.mentions.others.lead_ins import lead_elsewhere
from teapot.mentions.roles import STRANGER, Role
from teapot.mentions.tokens import REACH_BEFORE

_IRC = re.compile(r"(?:^|\n):[\w-]+\.[\w.-]+ \Z")
_LABELS = re.compile(r"(?<!code)(?<!status)\{[^{}\n]*=[^{}\n]*\}\s?\Z")
_LONGEST_DEFINITION = 96
_NUMBERED, _UNDERLINED, _LONGEST_LINE = re.compile(r"\s{0,6}([0-9]{1,5}) \| "), re.compile(r"\n\s*\|[ ~^-]*[~^]"), 200
_SNAKE = re.compile(r"\b([A-Za-z]+(?:_[A-Za-z0-9]+)+)[\"']?(?:\s{0,8}(?:[:=]|[!=<>]=+|[<>])\s{0,2}|[ ]{1,2})[\"'\[]?\Z")
_CAMEL = re.compile(r"\b([a-z]+(?:[A-Z][a-z0-9]*)+)(?::\s?[A-Za-z]+)?\s{0,8}(?::?=|[!=<>]=+|[<>]|:)\s{1,2}[\"'(\[]?\Z")
_PARTS_OF_CAMEL = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_CLOSING = re.compile(r"\*(?![0-9])")
_QUOTES = frozenset("\"'`“‘")


def belongs_elsewhere(text: str, tokens: list[str], start: int) -> bool:
    """Whether the characters right before a number make it part of something else."""
    glued = text[max(0, start - 2) : start]
    if text.endswith(": *", 0, start) or (glued[-1] == "*" and glued[0] not in "* \n("):  # 503#0: *404, x*404
        return True
    if (
        glued[-1] == "*"
        and text.startswith(" ", start + 3)
        and _CLOSING.search(text, start, start + _LONGEST_LINE) is None
    ):
        return True  # *404 upstream prematurely closed
    if glued == "==" and text.startswith("==", start + 3):  # ==404== of valgrind
        return True
    if _is_an_irc_numeric(text, tokens, start):
        return True
    last = tokens[-1]
    if any(
        is_it(text, start)
        for is_it in (_is_defined, _is_of_a_metric, _is_quoted_source, _is_a_line_number, lead_elsewhere)
    ):
        return True
    if tokens[-2:-1] == [")"] and last in "<>":  # p(95)<500, but int(status)<500
        return english.KEYS.union(["status"]).isdisjoint(tokens[-8:])
    if _is_a_part(tokens):
        return True
    if glued[-1] == "-" and glued != "--":  # WEB-404 and -404, but non-2xx
        return len(tokens) < 2 or not glued[0].isalnum() or tokens[-2] not in english.BEFORE_A_HYPHEN
    if (glued[-1] in ":=[" and not glued[0].isspace()) or glued == "={":  # uid=500, app.js:404, rows[404], width={500}
        return _is_a_strange_key(tokens)
    is_an_option = len(last) == 1 and last.isalpha() and tokens[-2:-1] == ["-"]  # -n 500
    return is_an_option or _is_a_strange_member(tokens)


def _is_a_part(tokens: list[str]) -> bool:
    """Whether the number follows "3 of", "3/", "204 out of"."""
    share = tokens[:-2] if tokens[-2:] == ["out", "of"] else tokens[:-1]
    return tokens[-1] in ("of", "/") and bool(share) and share[-1][0].isdigit()


def _is_quoted_source(text: str, start: int) -> bool:
    """Whether the number stands in a line that a compiler quotes, numbered, and underlined or told before."""
    begin = text.rfind("\n", max(0, start - _LONGEST_LINE), start) + 1
    numbered = _NUMBERED.match(text, begin, start)
    if numbered is None:
        return False
    if f":{numbered[1]}:" in text[max(0, begin - _LONGEST_LINE) : begin]:
        return True
    end = text.find("\n", start, start + _LONGEST_LINE)
    return end >= 0 and _UNDERLINED.match(text, end) is not None


def _is_a_line_number(text: str, start: int) -> bool:
    """Whether a line is quoted under its number, which was told before, as Terraform does."""
    line = text[max(0, start - _LONGEST_LINE) : start].rpartition("\n")[2]
    if text[start + 3 : start + 5] != ": " or line.strip():
        return False
    return f"line {text[start : start + 3]}" in text[max(0, start - _LONGEST_LINE) : start]


def _is_defined(text: str, start: int) -> bool:
    """Whether the number is that of a macro in C whose name does not speak of HTTP."""
    begin = max(0, start - _LONGEST_DEFINITION)
    at = text.rfind("#define", begin, start)
    return at >= 0 and text.find("\n", at, start) < 0 and text.find("HTTP", at, start) < 0


def _is_of_a_metric(text: str, start: int) -> bool:
    """Whether the number is the value of labels, or of a name like "upstream_rq_pending" that speaks of no status."""
    begin = max(0, start - REACH_BEFORE)
    if "}" in text[max(0, start - 2) : start] and _LABELS.search(text, begin, start):
        return True
    camel = _CAMEL.search(text, begin, start)
    if camel is not None and _counts(set(map(str.lower, _PARTS_OF_CAMEL.findall(camel[1])))):
        return True
    name = _SNAKE.search(text, begin, start) if text.find("_", begin, start) >= 0 else None
    if name is None or text.startswith("/", max(0, name.start() - 1)):  # a part of an address
        return False
    parts = name[1].lower().split("_")
    return " ".join(parts[-2:]) not in phrases.PHRASE_ENDS.get(text[start : start + 3], ()) and _counts(set(parts))


def _counts(parts: set[str]) -> bool:
    """Whether the parts of a name are those of a setting or a count and not of a status."""
    if not parts.isdisjoint(english.OF_A_STATUS):
        return False
    return english.PARTS_OF_A_STATUS_NAME.isdisjoint(parts) or not parts.isdisjoint(english.PARTS_OF_A_COUNT)


def _is_an_irc_numeric(text: str, tokens: list[str], start: int) -> bool:
    """Whether the number is the numeric of an IRC line, ":irc.example.org 404 me"."""
    return ":" in tokens and _IRC.search(text, max(0, start - REACH_BEFORE), start) is not None


def _is_a_strange_member(tokens: list[str]) -> bool:
    """Whether the number is a value of an object under a name that says nothing: "{ n: 500 }"."""
    if tokens[-1] != ":" or "{" not in tokens:
        return False
    names = [token for token in tokens[-5:-1] if token not in _QUOTES]
    return len(names) > 1 and names[-2] in "{," and names[-1] not in english.PARTS and names[-1].isalpha()


def _is_a_strange_key(tokens: list[str]) -> bool:
    at = len(tokens) - 1
    while at > 0 and (tokens[at] in ":=[{<>!~" or tokens[at] in _QUOTES):
        at -= 1
    key = tokens[at]
    if key == "xx":  # 4xx:400
        return False
    if key == ")":  # len(x)==404, but status()==404
        return english.KEYS.union(["status"]).isdisjoint(tokens[-8:])
    if not key.isascii() or not key[0].isalnum():
        return False
    role = english.PARTS.get(key, STRANGER).role
    if role is Role.LINK and key.isalpha() and at:  # retryOn: [502]
        role = english.PARTS.get(tokens[at - 1], STRANGER).role
    if at and tokens[at - 1] in english.OF_A_COUNT and key != "code":  # maxResults=500
        return True
    if key in english.PROGRESS and tokens[at + 1 :] == [":"]:
        return True
    if key in english.KEYS or role is Role.CUE or (role is Role.LINK and tokens[at + 1] in "<>"):
        return False
    return not (key in english.OF_A_STATUS_KEY and "status" in tokens[max(0, at - 3) : at])


def ends_a_phrase(tokens: list[str], code: str) -> bool:
    """Whether a reason phrase stands before the number: "Not Found (404)"."""
    at = len(tokens)
    while at > 1 and tokens[at - 1] in english_behind.OPENERS:
        at -= 1
    if at < 1:
        return False
    if tokens[at - 1] in phrases.SINGLE_PHRASES.get(code, frozenset()) - phrases.VERBS - phrases.VAGUE:
        return True
    former = at - 2 - (tokens[at - 2] == "_" and at > 2)  # TOO_MANY_REQUESTS = 429
    end = f"{tokens[former]} {tokens[at - 1]}"
    return end in phrases.PHRASE_ENDS.get(code, ())
