"""What the page and the server say to each other, as JSON: what may come in, how much of it, and what goes out."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from teapot.card import Place
from teapot.conversation import Channel, Origin, Person
from teapot.decision import Reason
from teapot.entries import Language

MAX_TEXT = 4000
"""Code points of a message or a query: what Slack advises for a message, and twice what Discord takes."""
MAX_BODY_BYTES = 65_536
MAX_SUGGESTIONS = 25
"""Lines of an autocomplete list (Discord's limit for choices)."""

Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9]{8,40}$")]
Text = Annotated[str, Meta(max_length=MAX_TEXT)]
Persona = Literal["you", "colleague", "bot"]


class FromPage(Struct, frozen=True, forbid_unknown_fields=True):
    """What every message of the page tells: its own channel, who acts, and that person's locale."""

    channel: Id
    person: Persona
    locale: Annotated[str, Meta(pattern=r"^[A-Za-z0-9-]{2,35}$")]

    def origin(self, name: str) -> Origin:
        """Each page is a workspace of its own, in which "you" may manage everything; ``name`` is the person's."""
        person = Person(
            self.person,
            is_bot=self.person == "bot",
            locale=self.locale,
            manages=self.person == "you",
            manages_workspace=self.person == "you",
            name=name,
        )
        return Origin(Channel("playground", self.channel, "playground"), person)


class Said(FromPage, frozen=True):
    """A chat message; ``age_seconds`` tells how long ago it was written, for one that could not be sent at once."""

    id: Id
    text: Text
    age_seconds: Annotated[float, Meta(ge=0, le=31_536_000)] = 0.0


class Deleted(FromPage, frozen=True):
    """A chat message that its author took back."""

    id: Id


class Asked(FromPage, frozen=True):
    """The slash command; ``private`` is the option, left out when the words of the query are to decide."""

    query: Text
    private: bool | None = None


class Pressed(FromPage, frozen=True):
    """A button or a picked line, by its token."""

    token: Annotated[str, Meta(max_length=200)]
    on_private_card: bool


class Typed(FromPage, frozen=True):
    """What stands behind the slash command so far."""

    typed: Text


class Shown(Struct, frozen=True):
    """A picture that the bodies name: its content as a ``data:`` address, and what it shows in words."""

    name: str
    url: str
    alt: str


class Drawn(Struct, frozen=True):
    """A reply as each installed platform's adapter would send it. ``bodies`` is empty where a card is to go away.

    ``threaded`` tells whether it belongs into its message's thread, where a platform has threads.
    """

    place: Place
    threaded: bool
    language: Language
    plain: str
    bodies: Mapping[str, Mapping[str, Any]]
    picture: Shown | None = None


class Heard(Struct, frozen=True):
    """Why a message was answered or not, and the reply where there is one."""

    reason: Reason
    codes: tuple[str, ...]
    reply: Drawn | None


class Followed(Struct, frozen=True):
    """What becomes of the reply under a message that changed: it is posted, edited, removed, or stays as it is."""

    action: Literal["nothing", "post", "edit", "remove"]
    reply: Drawn | None = None


class Answered(Struct, frozen=True):
    """The reply to a command or a press, or to anything that failed on our side."""

    reply: Drawn


class Line(Struct, frozen=True):
    """One line of the autocomplete list: what to show and the query it stands for."""

    label: str
    query: str


class Suggested(Struct, frozen=True):
    """The autocomplete list, best first."""

    lines: tuple[Line, ...]


class Refused(Struct, frozen=True):
    """Why something was not even looked at."""

    problem: str
