"""Why a message was answered or not: every gate in its order with its verdict, recomputed from the message.

Nothing is remembered for this, so what depended on the moment is told as it stands now, and how late a message arrived
is not told at all.
"""

from teapot.card import NEUTRAL, Card, Section
from teapot.catalogue import Catalogue
from teapot.decision import Reason, closed_gates
from teapot.entries import Language
from teapot.hearing import Heard

PASSED, CLOSED, UNKNOWN = "✓", "✗", "?"
MAX_CODES = 12
"""Codes that are listed."""


def why_card(catalogue: Catalogue, heard: Heard | None, language: Language) -> Card:
    """The gates of a message, None for one that names no status; at the first closed one it was decided."""
    named = tuple(dict.fromkeys(mention.code for mention in heard.mentions)) if heard is not None else ()
    if heard is None or not named:
        decided, lines = Reason.NOTHING_MENTIONED, [_line(catalogue, Reason.NOTHING_MENTIONED, CLOSED, language)]
    else:
        verdicts = _verdicts(heard)
        decided = next((reason for reason, verdict in verdicts.items() if verdict == CLOSED), Reason.MENTIONED)
        values = {"codes": ", ".join(named[:MAX_CODES]), "setting": heard.rules.auto_reply}
        values |= {"minutes": f"{heard.rules.cooldown_seconds / 60:g}", "budget": str(heard.rules.replies_per_minute)}
        lines = [_line(catalogue, reason, verdict, language, **values) for reason, verdict in verdicts.items()]
    lead = catalogue.say(f"why-{decided}", language)
    title = catalogue.say("why-title", language)
    return Card(
        language=language,
        colour=NEUTRAL,
        title=title,
        lead=lead,
        plain=f"{title}. {lead}",
        sections=(Section(catalogue.say("why-gates", language), tuple(lines)),),
        footer=catalogue.say("why-now", language),
    )


def _verdicts(heard: Heard) -> dict[Reason, str]:
    closed = closed_gates(heard.mentions, heard.rules, heard.facts)
    verdicts = {reason: CLOSED if is_closed else PASSED for reason, is_closed in closed.items()}
    if closed[Reason.TOO_OLD]:
        verdicts[Reason.TOO_OLD] = UNKNOWN
    return verdicts


def _line(catalogue: Catalogue, reason: Reason, verdict: str, language: Language, **values: str) -> str:
    name = {PASSED: "passed", CLOSED: "closed", UNKNOWN: "unknown"}[verdict]
    return f"{verdict} {catalogue.say(f'why-{reason}-{name}', language, **values)}"
