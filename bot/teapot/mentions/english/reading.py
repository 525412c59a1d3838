"""Reading the words before a number that are not Chinese."""

from teapot.mentions import topics
from teapot.mentions.candidates import Run
from teapot.mentions.english import measures as english_measures
from teapot.mentions.english import words as english
from teapot.mentions.english.cues import SENTENCE_ENDS, announces_an_amount
from teapot.mentions.english.measuring import is_called_so, is_measured
from teapot.mentions.meanings import OWN_MEASURES
from teapot.mentions.numbers import FAMILIAR, REDIRECTS, is_whole_class, prior
from teapot.mentions.reading import NO_ERROR, WEAK, Reading
from teapot.mentions.roles import STRANGER, VETO, Part, Role

_ORDINAL, _OF_A_JUDGEMENT, _OF_A_PAGE, _OF_ITS_MEANING, _OF_THAT, _WITH = 2, 5, 3, 4, 4, 3
_LED_ASTRAY = frozenset(("button", "cta", "link", "links", "logo", "menu", "tab"))
"""What goes to a status when it is clicked on."""
_OF_THE_WEB = (["ajax"], ["api"], ["apis"], ["fetch"], ["graphql"], ["http"], ["https"], ["rest"], ["xhr"])


def read_word(reading: Reading, word: str, at: int) -> int | None:
    """Read a word that is not Chinese: the vote of the cue that decides, or None to go on."""
    role, vote = _part_of(reading, word, at)
    if reading.next_token(at) == ">" and reading.tokens[at - 1 : at] in (["<"], ["/"]):  # <em>
        return None
    if word in english.QUALIFIERS and _qualifies(reading, word, at):
        return VETO
    if role is Role.LINK or role is Role.TIGHT_LINK:
        _pass_link(reading, word, role, at)
        return None
    if word in english.ANNOUNCING and _announces_a_count(reading, word, at):
        return VETO
    if role is Role.HINT:
        _take_hint(reading, word, vote)
        return None
    if role is Role.CUE:
        return _read_cue(reading, word, vote, at)
    if reading.is_judged and word in english_measures.VERBS_OF_JUDGEMENT:
        return _OF_A_JUDGEMENT
    if _is_an_ordinal(reading, word):
        reading.vote += _ORDINAL
        return None
    if is_measured(reading, word, role, at):
        return VETO
    _pass_stranger(reading, word, at)
    return None


def _part_of(reading: Reading, word: str, at: int) -> Part:
    """The part of a word; what measures other numbers is a hint before a code that means it."""
    if reading.run[0].code in OWN_MEASURES.get(word, ()):
        return Part(Role.HINT, _OF_ITS_MEANING)
    if word in ("call", "calls") and reading.tokens[at - 1 : at] in _OF_THE_WEB:  # every api call 401
        return Part(Role.HINT, _OF_ITS_MEANING)
    if word in ("seconds", "minutes", "hours") and reading.next_token(at) == "of":  # 90 seconds of 502
        return Part(Role.HINT, _OF_ITS_MEANING)
    if word == "that" and reading.is_fresh() and (at == 0 or reading.tokens[at - 1] in SENTENCE_ENDS):
        return Part(Role.HINT, _OF_THAT)  # that 413 is not ours
    return english.PARTS.get(word, STRANGER)


def _read_cue(reading: Reading, word: str, vote: int, at: int) -> int | None:
    """The vote of a cue, or None if it is too weak to keep the words before it from being heard."""
    is_of_a_program = word == "error" and not english.ERRORS_OF_PROGRAMS.isdisjoint(reading.tokens[at - 1 : at])
    is_of_a_client = reading.tokens[at - 2 : at] == ["content", "type"]  # ContentTypeError: 200
    if is_of_a_program and not is_of_a_client and not reading.strangers:
        return VETO
    is_no_error = word in english.FAILURES and reading.is_of_success() and not is_of_a_client
    if is_no_error or (word == "error" and reading.tokens[at - 1 : at] in (["assertion"], ["runtime"])):
        reading.vote += NO_ERROR * is_no_error  # error 301 of a keyboard
        _pass_stranger(reading, word, at)
        return None
    if (
        word in english.RAISES
        and not _is_mended(reading.run)
        and not _are_errors(reading.run)
        and reading.next_token(at) in ("from", "to", "by")
        and not reading.comma_passed
        and not reading.article_seen
        and _LED_ASTRAY.isdisjoint(reading.tokens)
    ):
        return VETO
    if word in english.DEFAULTS:
        if reading.tokens[at - 1 : at] == ["by"]:
            reading.is_a_default = reading.next_token(at) in ("it", "this")  # by default this is 200
            return None
        reading.is_a_default = True
        reading.vote += vote
        return None
    if reading.strangers and reading.next_token(at) == "/":  # "HTTP/2 needed 404"
        return None
    if vote < 0 and not reading.is_fresh():  # "after the limit is reached: 429"
        return None
    if word in english.FAILS and reading.next_token(at) == "with":
        return vote + _WITH
    if 0 < vote <= WEAK:
        reading.vote += max(0, vote - 2 * reading.strangers - 2 * reading.comma_passed)
        return None
    return vote


def _pass_link(reading: Reading, word: str, role: Role, at: int) -> None:
    if (
        word == "in"
        and reading.run[0].code[-1] != "x"
        and not is_whole_class(reading.run)
        and reading.is_fresh()
        and reading.next_token(at) not in ("the", "(", "[", "{")
        and not (at and reading.tokens[at - 1] in english.ENDS_IN)
    ):
        reading.vote -= 4  # "in 500" is a time or a place, "results in 500" is not
    reading.clause_ended = reading.clause_ended or word in english.CONJUNCTIONS
    reading.comma_passed = reading.comma_passed or word == ","
    reading.tight = reading.tight and role is Role.TIGHT_LINK and not (word == "=" and reading.vote > 0)


def _pass_stranger(reading: Reading, word: str, at: int) -> None:
    if word in english.HTTP_VERSIONS and reading.tokens[at - 1 : at] == ["/"]:
        return
    if word == "page" and reading.is_fresh() and is_called_so(reading, at):
        reading.vote += _OF_A_PAGE
        return
    if reading.is_fresh() and word[0].isalpha() and reading.next_token(at) in (":", "="):
        reading.vote -= word not in topics.TOPIC
    reading.strangers += 1
    reading.tight = False


def _take_hint(reading: Reading, word: str, vote: int) -> None:
    if word in english.CODES and reading.tokens[-2:-1] == ["error"] and reading.is_of_success():
        return  # error codes 200 and above
    if word in english.ARTICLES:
        if reading.article_seen or reading.strangers:
            return
        reading.article_seen = True
        vote -= 3 * (reading.run[0].code[0] not in "45")
    comma_passed = reading.comma_passed and word not in english.OUTAGES
    reading.vote += max(0, vote - (2 if vote >= 4 else 3) * reading.strangers - 2 * comma_passed)
    reading.tight = reading.tight and (word in english.KEYS or word in english_measures.TRANSPARENT)


def _announces_a_count(reading: Reading, word: str, at: int) -> bool:
    if word == "redirects" and reading.run[0].code in REDIRECTS:
        return False
    if reading.is_listed:
        return False
    if len(reading.run) == 1:
        return announces_an_amount(reading.tokens, at, tight=reading.tight)
    return word == "pages" and _is_a_range_of_pages(reading, at)


def _is_a_range_of_pages(reading: Reading, at: int) -> bool:
    """Tell "pages 401-429" from "the error pages 404 and 500"."""
    if at + 1 < len(reading.tokens):
        return False
    return reading.run[0].code < reading.run[-1].code and reading.tokens[at - 1 : at] not in (["error"], ["errors"])


def _is_mended(run: Run) -> bool:
    """Whether a run goes from a failure to a success: "the url went from 403 to 200"."""
    return len(run) > 1 and run[0].code[0] in "45" and run[-1].code[0] == "2" and prior(run[0].code) > 0


def _are_errors(run: Run) -> bool:
    """Whether a run goes from one familiar error to another: "the gateway went from 502 to 504"."""
    return len(run) > 1 and all(code.code[0] in "45" and prior(code.code) > FAMILIAR for code in run)


def _is_an_ordinal(reading: Reading, word: str) -> bool:
    """Tell "the first 401" and "the first 500 from the API" from "the first 500 users"."""
    if word not in english.ORDINALS or not reading.tight:
        return False
    worth = prior(reading.run[0].code)
    if len(reading.run) > 1:
        return True
    return worth >= FAMILIAR or (worth > 1 and reading.is_pointed_at)


def _qualifies(reading: Reading, word: str, at: int) -> bool:
    """Whether the word makes what follows it a status of another kind ("exit code 404"), in the same clause."""
    if reading.strangers > 1 or reading.clause_ended:
        return False
    return word != "rpc" or reading.next_token(at) in english.OF_A_CALL
