"""What the Han characters right behind a number say of it."""

from teapot.mentions.candidates import Run
from teapot.mentions.chinese import words_behind as chinese_behind
from teapot.mentions.numbers import FAMILIAR, prior
from teapot.mentions.roles import VETO

_REASON, _TRANSLATED_REASON, _A_VERB, _NOUN, _OF_SOME, _ITS_OWN = 10, 8, 3, 6, 3, 2
_STRANGER, _OF_SOMETHING, _OF_AN_AMOUNT = -3, -1, -2


def vote_in_chinese(han: str, run: Run, *, opener: str, is_led_to: bool = False) -> int:
    """The vote of a run of Han characters on the number before it.

    ``opener`` is the sign between them, if any; ``is_led_to`` tells that one is led to what the number names.
    """
    code = run[-1].code
    if han.startswith(chinese_behind.PHRASES) and opener not in ("，", ",", "、"):
        return _TRANSLATED_REASON if _is_its_own_phrase(han, code) else _A_VERB
    if opener:
        return 0
    han = chinese_behind.ADVERBS.sub("", han) or han
    among = chinese_behind.AMONG.match(han)
    if among is not None:
        return _NOUN if han[among.end() - 1] not in "码碼" else _REASON
    for size in range(chinese_behind.LONGEST, 0, -1):
        vote = chinese_behind.BEHIND.get(han[:size])
        if vote is not None and (code[0] in "45" or size > 1):
            return vote
    if han[0] == "的":
        return _vote_of_an_attribute(han, run)
    if _is_said_of_some(han, code) or (han[0] in "页頁" and is_led_to):
        return _OF_SOME
    if chinese_behind.COUNTER.match(han) and (code[-1] != "x" or han[0] in chinese_behind.OF_CLASSES):
        return VETO
    strange = _STRANGER if len(run) == 1 else _OF_SOMETHING
    return 0 if han[0] in chinese_behind.GOES_ON or code[-1] == "x" else strange


def _vote_of_an_attribute(han: str, run: Run) -> int:
    """The vote of what a number is told to be of: "502 的原因", "404 的教室"."""
    code = run[-1].code
    if han.startswith(chinese_behind.OF_A_STATUS, 1):
        return _ITS_OWN
    if len(run) > 1:
        return 0
    return _OF_AN_AMOUNT if code.endswith("00") else _OF_SOMETHING * (prior(code) > FAMILIAR)


def _is_said_of_some(han: str, code: str) -> bool:
    """Whether it is said of redirects or missing pages alone, or how often a familiar code was met."""
    if prior(code) >= FAMILIAR and chinese_behind.HOW_MANY.match(han):
        return True
    return any(han[0] in said and code.startswith(codes) for codes, said in chinese_behind.SAID_OF_SOME.items())


def _is_its_own_phrase(han: str, code: str) -> bool:
    return all(
        code.startswith(codes) for of_one, codes in chinese_behind.PHRASES_OF_ONE.items() if han.startswith(of_one)
    )
