"""How programs write a code's name: ``http.StatusNotFound``, ``HTTP_404_NOT_FOUND``, ``HttpResponse.SC_NOT_FOUND``.

What stands around the name differs from library to library and says nothing; the name itself is mostly the registry's.
"""

import re
from collections.abc import Iterator, Sequence

_IDENTIFIER = re.compile(r"(?<![\w.:])[A-Za-z:](?:[\w.]|:(?=:|\w))*[A-Za-z]")
_IS_WRITTEN_BY_A_PROGRAM = re.compile(r"[A-Za-z][_.:]+[A-Za-z0-9]|[a-z][A-Z]|^:[a-z]")
_ATTRIBUTE = re.compile(r"(?<=\w)\.(?:value|code|phrase|description|reason|as_u16|name)$")
_QUALIFIER = re.compile(r"^.*[.:]")
_BEFORE = frozenset({"http", "https", "status", "code", "codes", "sc", "rc", "ngx", "k", "response"})
_AFTER = frozenset({"error", "exception", "http"})
_WORD = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")


def names_in(text: str) -> Iterator[str]:
    """What may be a code's name in each identifier of a text, most of it first: lower-case words parted by spaces."""
    for found in _IDENTIFIER.finditer(text):
        if _IS_WRITTEN_BY_A_PROGRAM.search(found[0]) or text.startswith("()", found.end()):
            name = _QUALIFIER.sub("", _ATTRIBUTE.sub("", found[0]))
            yield from _less_and_less([word.lower() for word in _WORD.findall(name)])


def bare_name(constant: Sequence[str]) -> str:
    """The name in the folded words of a qualified constant."""
    return list(_less_and_less(constant))[-1]


def _less_and_less(words: Sequence[str]) -> Iterator[str]:
    while words:
        yield " ".join(words)
        if len(words) > 1 and (words[0] in _BEFORE or words[0].isdigit()):
            words = words[1:]
        elif len(words) > 1 and words[-1] in _AFTER:
            words = words[:-1]
        else:
            return
