"""Whether Teapot can hear: what each part last said about itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Health:
    """Parts report under their name; the whole is ready when each of them is. ``detail`` is for the operator's eyes."""

    _parts: dict[str, tuple[bool, str]] = field(default_factory=dict)
    _aids: dict[str, tuple[bool, str]] = field(default_factory=dict)

    def report(self, part: str, *, ready: bool, detail: str = "") -> None:
        """Say how a part is; the last word counts."""
        self._parts[part] = (ready, detail)

    def tell(self, aid: str, *, is_well: bool, detail: str = "") -> None:
        """Say how something is without which Teapot hears and answers all the same, if less well."""
        self._aids[aid] = (is_well, detail)

    def ready(self) -> bool:
        """Whether there is a part, and every part is ready."""
        return bool(self._parts) and all(ready for ready, _ in self._parts.values())

    def parts(self) -> Mapping[str, Mapping[str, object]]:
        """Each part and each aid with its state, as plain values for a JSON document."""
        known = {**self._aids, **self._parts}
        return {name: {"ready": ready, "detail": detail} for name, (ready, detail) in known.items()}
