"""Why a message was answered or not: every gate in its order with its verdict, recomputed from the message.

Nothing is remembered for this, so what depended on the moment is told as it stands now, and how late a message arrived
is not told at all.
"""

from teapot.card import NEUTRAL, Card, Section
from teapot.catalogue import Catalogue
from teapot.decision import ANSWERED_CLASSES, MAX_AGE_SECONDS, Reason
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
        verdicts = _verdicts(heard, named)
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


def _verdicts(heard: Heard, named: tuple[str, ...]) -> dict[Reason, str]:
    facts, rules = heard.facts, heard.rules
    wanted = [code for code in named if code[0] in ANSWERED_CLASSES[rules.auto_reply]]
    audible = [code for code in wanted if code not in facts.muted]
    lately = [code for code in audible if facts.now - facts.answered_at.get(code, 0.0) < rules.cooldown_seconds]
    is_over = 0 < rules.replies_per_minute <= facts.replies_last_minute
    return {
        Reason.NOTHING_MENTIONED: PASSED,
        Reason.AUTHOR_IS_BOT: CLOSED if facts.author_is_bot and not facts.bot_allowed else PASSED,
        Reason.AUTO_REPLY_OFF: CLOSED if rules.auto_reply == "off" else PASSED,
        Reason.CLASS_NOT_ANSWERED: PASSED if wanted else CLOSED,
        Reason.CHANNEL_MUTED: CLOSED if facts.channel_muted else PASSED,
        Reason.OPTED_OUT: CLOSED if facts.opted_out else PASSED,
        Reason.CODE_MUTED: PASSED if audible or not wanted else CLOSED,
        Reason.TOO_OLD: PASSED if facts.now - facts.sent_at <= MAX_AGE_SECONDS else UNKNOWN,
        Reason.ALREADY_ANSWERED: CLOSED if facts.seen_before else PASSED,
        Reason.PULSE_RUNNING: CLOSED if facts.pulse_running else PASSED,
        Reason.ANSWERED_RECENTLY: CLOSED if audible and len(lately) == len(audible) else PASSED,
        Reason.OVER_BUDGET: CLOSED if is_over else PASSED,
    }


def _line(catalogue: Catalogue, reason: Reason, verdict: str, language: Language, **values: str) -> str:
    name = {PASSED: "passed", CLOSED: "closed", UNKNOWN: "unknown"}[verdict]
    return f"{verdict} {catalogue.say(f'why-{reason}-{name}', language, **values)}"
