"""What a platform draws of cards, kept so that the same card is not drawn again and again."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from teapot.card import Card
from teapot.lru import Lru

MAX_DRAWINGS = 200
Drawn = TypeVar("Drawn")


@dataclass(frozen=True, slots=True)
class Drawings(Generic[Drawn]):
    """The cards drawn latest. ``draw`` is a pure function of a card without its buttons; nobody changes what it gives.

    A card holds all that it says, notes and settings included, so another text is another card. Whose message it
    stands under is in its buttons alone, so the same card under another message is not drawn again.
    """

    draw: Callable[[Card], Drawn]
    _drawn: Lru[Card, Drawn] = field(default_factory=lambda: Lru(MAX_DRAWINGS))

    def of(self, card: Card) -> Drawn:
        """The drawing of a card, whatever its buttons."""
        key = replace(card, buttons=())
        drawn = self._drawn.get(key)
        if drawn is None:
            drawn = self.draw(key)
            self._drawn.put(key, drawn)
        return drawn
