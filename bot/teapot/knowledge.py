"""What a team knows and wants, as it holds in one channel: settings, notes, own codes, mutes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from teapot.conversation import Channel
from teapot.entries import Language

Source = Literal["channel", "workspace", "file", "default"]


@dataclass(frozen=True, slots=True)
class Note:
    """The team's own words on a code or class. ``at`` is in epoch seconds, 0 for a note from the operator's file."""

    key: str
    text: str
    author: str
    at: float
    source: Source


@dataclass(frozen=True, slots=True)
class OwnCode:
    """A code that the team's own systems use. ``at`` is in epoch seconds, 0 for a code from the operator's file."""

    code: str
    phrase: str
    text: str
    author: str
    at: float
    source: Source


@dataclass(frozen=True, slots=True)
class Held:
    """A setting's value and where it comes from."""

    value: str
    source: Source


@dataclass(frozen=True, slots=True)
class Layer:
    """What is said at one level: in a channel, in its workspace, or in the operator's file.

    ``mutes`` tells until when (epoch seconds, 0 for good) a code or class keeps quiet; the code "" is every code.
    """

    settings: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    codes: Mapping[str, OwnCode] = field(default_factory=dict)
    mutes: Mapping[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class Overlay:
    """What the operator's file says, as it was last read without a fault, and what is wrong with it since then."""

    layer: Layer = field(default_factory=Layer)
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PersonWish:
    """What somebody wants for themselves: no automatic answers, and their language, None when they chose none."""

    quiet: bool = False
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class ChannelView:
    """All that holds in a channel: what it says itself, over its workspace, over the file, over the defaults."""

    channel: Channel
    here: Layer
    workspace: Layer
    file: Layer
    defaults: Mapping[str, str]

    def setting(self, name: str) -> Held:
        """The value that holds here. KeyError for a name that is no setting."""
        levels: tuple[tuple[Source, Layer], ...] = (
            ("channel", self.here),
            ("workspace", self.workspace),
            ("file", self.file),
        )
        for source, layer in levels:
            if name in layer.settings:
                return Held(layer.settings[name], source)
        return Held(self.defaults[name], "default")

    def note(self, key: str) -> Note | None:
        """The note on exactly this key: the channel's, else the workspace's, else the file's."""
        return self.here.notes.get(key) or self.workspace.notes.get(key) or self.file.notes.get(key)

    def notes(self) -> Mapping[str, Note]:
        """Every note that holds here, by key."""
        return {**self.file.notes, **self.workspace.notes, **self.here.notes}

    def own_code(self, code: str) -> OwnCode | None:
        """The team's own meaning of a code: what was said in chat wins over the file."""
        return self.workspace.codes.get(code) or self.file.codes.get(code)

    def own_codes(self) -> Mapping[str, OwnCode]:
        """Every own code, by code."""
        return {**self.file.codes, **self.workspace.codes}

    def is_muted(self, code: str, now: float) -> bool:
        """Whether a code, its parent or its class is muted here; the code "" asks for the whole channel."""
        names = {code, code.partition(".")[0], f"{code[0]}xx"} if code else {""}
        return any(_holds(layer.mutes.get(name), now) for layer in (self.here, self.workspace) for name in names)

    def mutes(self, now: float) -> Mapping[str, float]:
        """The mutes that hold here now, by code: until when, in epoch seconds, 0 for good."""
        return {
            code: until
            for layer in (self.workspace, self.here)
            for code, until in layer.mutes.items()
            if _holds(until, now)
        }


def _holds(until: float | None, now: float) -> bool:
    return until is not None and (until == 0 or until > now)
