"""The one message that tells an incident: which codes, how often, since when, what to check, and the team's note."""

from datetime import UTC, datetime

from teapot.asked import day_of, moment
from teapot.card import NEUTRAL, Button, Card, Section, colour_of
from teapot.catalogue import Catalogue
from teapot.entries import Language
from teapot.knowledge import ChannelView
from teapot.notes import with_notes
from teapot.press import Press, Verb
from teapot.pulses import Incident
from teapot.small import MAX_TOLD, brief_of, totals

MAX_NAMED = 8
"""Codes that the title names with their counts; further ones are only counted in."""


def incident_card(
    catalogue: Catalogue, view: ChannelView, incident: Incident, language: Language, minutes: float, *, is_over: bool
) -> Card:
    """An incident as it stands, or as it was when it is over; ``minutes`` of quiet end it."""
    own = view.own_codes()
    total = totals(catalogue, incident.counts, own)
    named = list(total)
    told = named[:MAX_TOLD]
    counts = " · ".join(f"{key} ×{total[key]}" for key in named[:MAX_NAMED])
    more = len(named) - MAX_NAMED
    if more > 0:
        counts = f"{counts} · {catalogue.say('and-more', language, number=more)}"
    title = catalogue.say("pulse-over-title" if is_over else "pulse-title", language, counts=counts)
    lead = catalogue.say(
        "pulse-over-lead" if is_over else "pulse-lead",
        language,
        people=incident.people,
        first=moment(incident.first_at),
        last=_clock(incident),
    )
    briefs = [brief_of(catalogue, key, language, own.get(key)) for key in told]
    details = tuple(
        Button(catalogue.say("button-details-of", language, code=key), Press(Verb.DETAILS, key, language))
        for key in told
    )
    mute = Button(catalogue.say("button-mute", language), Press(Verb.MUTE, "", language))
    remove = Button(catalogue.say("button-remove", language), Press(Verb.REMOVE, "", language))
    shown = Card(
        language=language,
        colour=NEUTRAL if is_over else colour_of(named[0]),
        title=title,
        lead=lead,
        plain=f"{title}. {lead}",
        sections=() if is_over else tuple(Section(one.title, (one.step or one.gist,)) for one in briefs),
        footer="" if is_over else catalogue.say("pulse-ends", language, minutes=f"{minutes:g}"),
        buttons=(*details, remove) if is_over else (*details, mute, remove),
    )
    return with_notes(catalogue, shown, view, told, small=True)


def _clock(incident: Incident) -> str:
    """The time of the last report, with its day where that is another one."""
    last_at = incident.last_at
    if day_of(incident.first_at) != day_of(last_at):
        return moment(last_at)
    return f"{datetime.fromtimestamp(last_at, UTC):%H:%M} UTC"
