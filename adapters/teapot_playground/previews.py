"""The same reply as each platform's adapter would send it, asked of the adapters through their entry points."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass

from teapot import adapters
from teapot.adapters import Adapter
from teapot.card import Reply
from teapot.problems import ConfigError
from teapot_playground.protocol import Drawn, Shown

DRAWN_BY_PAGE = ("discord", "slack")
"""The platforms whose messages the page can draw."""


@dataclass(frozen=True, slots=True)
class Previews:
    """The adapters to ask, and why another one cannot be asked."""

    adapters: Mapping[str, Adapter]
    missing: Mapping[str, str]

    def draw(self, reply: Reply) -> Drawn:
        """A reply with every installed platform's body for it."""
        shown = reply.card
        if shown is None:
            return Drawn(reply.place, reply.threaded, "en", "", {})
        bodies = {name: adapter.preview(reply) for name, adapter in self.adapters.items()}
        return Drawn(reply.place, reply.threaded, shown.language, shown.plain, bodies, _picture(reply))


def _picture(reply: Reply) -> Shown | None:
    picture = reply.picture
    if picture is None:
        return None
    return Shown(picture.name, f"data:image/png;base64,{b64encode(picture.png).decode()}", picture.alt)


def load_previews() -> Previews:
    """Find the adapters that are installed. Never raises: a missing one is told on the page."""
    found: dict[str, Adapter] = {}
    missing: dict[str, str] = {}
    for name in DRAWN_BY_PAGE:
        try:
            found[name] = adapters.load(name)
        except ConfigError as error:
            missing[name] = str(error)
    return Previews(found, missing)
