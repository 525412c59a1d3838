"""What Slack tells about a person: the locale, and whether they run the workspace (docs: users.info)."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from teapot.conversation import Origin
from teapot.ending import end
from teapot_slack.outcomes import problem_of

MAX_PEOPLE = 5_000
MAX_ASKING = 20
KEPT_SECONDS = 6 * 3600.0
PATIENCE_SECONDS = 5.0
DIRECT = "D"
"""What the ids of direct talks begin with."""

NAMES = ("display_name", "real_name")
log = structlog.get_logger()

Key = tuple[str, str]
"""Workspace and person."""


@dataclass(slots=True)
class People:
    """Locales that are known, each for six hours. Nobody ever waits for one: an unknown one is asked for meanwhile."""

    _locales: OrderedDict[Key, tuple[float, str | None]] = field(default_factory=OrderedDict)
    _asking: dict[Key, asyncio.Task[None]] = field(default_factory=dict)

    def locale(self, client: AsyncWebClient, workspace: str, person: str) -> str | None:
        """The person's locale as "zh-TW"; None while it is not known, which it will soon be."""
        key = (workspace, person)
        known_at, locale = self._locales.get(key, (-KEPT_SECONDS, None))
        if time.monotonic() - known_at >= KEPT_SECONDS and key not in self._asking and len(self._asking) < MAX_ASKING:
            self._asking[key] = asyncio.create_task(self._learn(client, key))
        return locale

    async def close(self) -> None:
        """Ask no further."""
        await end(self._asking.values(), 0.0)

    async def _learn(self, client: AsyncWebClient, key: Key) -> None:
        """A person that Slack does not tell about is not asked for again before the time is over either."""
        try:
            facts = await ask(client, key[1])
            locale = facts.get("locale")
            self._locales[key] = (time.monotonic(), locale if isinstance(locale, str) else None)
            self._locales.move_to_end(key)
            if len(self._locales) > MAX_PEOPLE:
                self._locales.popitem(last=False)
        finally:
            del self._asking[key]


async def entitled(client: AsyncWebClient, origin: Origin) -> Origin:
    """The same with the person's name and rights as Slack says now; no rights when it does not say.

    Admins and owners manage everything. A direct talk is managed by those who talk.
    """
    facts = await ask(client, origin.person.id)
    runs = any(facts.get(right) is True for right in ("is_admin", "is_owner", "is_primary_owner"))
    manages = runs or origin.channel.id.startswith(DIRECT)
    person = replace(origin.person, manages=manages, manages_workspace=runs, name=name_in(facts))
    return replace(origin, person=person)


def name_in(facts: Mapping[str, object]) -> str:
    """How Slack shows a person (docs: users.info, ``profile``); empty when it does not say."""
    profile = facts.get("profile")
    told = (*(profile.get(key) for key in NAMES), facts.get("name")) if isinstance(profile, dict) else ()
    return next((name for name in told if isinstance(name, str) and name), "")


async def ask(client: AsyncWebClient, person: str) -> dict[str, object]:
    """A person's record, empty when Slack gives none within five seconds."""
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            answer = await client.users_info(user=person, include_locale=True)
    except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
        log.warning("Slack tells nothing about a person", person=person, problem=problem_of(error))
        return {}
    facts = answer.get("user")
    return facts if isinstance(facts, dict) else {}
