"""What people do on the loopback Discord: write, use commands, press buttons, and read what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.loopback.discord_state import Discord, Interaction
from tests.loopback.discord_world import (
    APPLICATION,
    CHANNEL,
    DIRECT,
    GUILD,
    PERSON,
    Payload,
    channel,
    in_guild,
    member,
    message,
    moment,
    user,
)

COMMAND, COMPONENT, AUTOCOMPLETE = 2, 3, 4
SLASH, MESSAGE_ACTION = 1, 3
SUB_COMMAND = 1
EMPTY: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class People:
    """Everybody on one server. Calls that expect something of the bot wait for it."""

    discord: Discord

    async def say(self, content: str, *, by: str = PERSON, place: str = CHANNEL, age_seconds: float = 0.0) -> str:
        """Write a message; gives its id."""
        made = await self.discord.keep(by, {"content": content}, place, age_seconds)
        return str(made["id"])

    async def tell(self, content: str, **parts: object) -> str:
        """Deliver a message with further parts, such as a webhook's or the platform's own."""
        made = {**message(self.discord.new_id(), PERSON, {"content": content}), **parts}
        await self.discord.gateway.dispatch_message("MESSAGE_CREATE", in_guild(made))
        return str(made["id"])

    async def edit(self, target: str, content: str) -> None:
        """Change what a message says."""
        made = self.discord.messages[target]
        changed = message(target, made["author"]["id"], {"content": content}, made["channel_id"])
        self.discord.messages[target] = {**made, **changed, "edited_timestamp": moment(self.discord.new_id())}
        await self.discord.gateway.dispatch_message("MESSAGE_UPDATE", in_guild(self.discord.messages[target]))

    async def preview(self, target: str) -> None:
        """Let Discord add a link's preview to a message, as it also does long after."""
        self.discord.messages[target]["embeds"] = [{"type": "link", "url": "https://example.org", "title": "A page"}]
        await self.discord.gateway.dispatch_message("MESSAGE_UPDATE", in_guild(self.discord.messages[target]))

    async def delete(self, *targets: str) -> None:
        """Take a message back, or let a moderator delete several at once."""
        places = {self.discord.messages.pop(target)["channel_id"] for target in targets}
        (place,) = places
        await self.discord.gateway.dispatch_deletion(place, targets)

    async def redeliver(self, target: str) -> None:
        """Deliver a message once more."""
        await self.discord.gateway.dispatch_message("MESSAGE_CREATE", in_guild(self.discord.messages[target]))

    async def command(
        self,
        name: str,
        values: Mapping[str, object] = EMPTY,
        *,
        by: str = PERSON,
        locale: str = "en-US",
        place: str = CHANNEL,
        permissions: int = 0,
        age_seconds: float = 0.0,
    ) -> Interaction:
        """Use a slash command that is registered, as "http" or "http-note set", and wait for the answer.

        It waits for none when it comes too late for one.
        """
        interaction = await self.send(
            COMMAND,
            self._filled_in(name, values),
            by=by,
            locale=locale,
            place=place,
            permissions=permissions,
            age_seconds=age_seconds,
        )
        return interaction if age_seconds else await self.answered(interaction)

    async def complete(
        self,
        name: str,
        typed: str,
        *,
        option: str = "query",
        values: Mapping[str, object] = EMPTY,
        locale: str = "en-US",
    ) -> list[Payload]:
        """Type into an option, the others having values: the lines that are offered."""
        data = self._filled_in(name, {**values, option: typed}, focused=option)
        offered = await self.answered(await self.send(AUTOCOMPLETE, data, locale=locale))
        lines: list[Payload] = offered.data["choices"]
        return lines

    async def act_on(self, name: str, target: str) -> Interaction:
        """Use a message action."""
        resolved = {"messages": {target: self.discord.messages[target]}}
        data = {"id": self._registered(name)["id"], "name": name, "type": MESSAGE_ACTION}
        return await self.answered(await self.send(COMMAND, {**data, "target_id": target, "resolved": resolved}))

    async def press(self, target: str, label: str, *, by: str = PERSON, permissions: int = 0) -> Interaction:
        """Press the button with that label."""
        button = next(one for one in self._components(target) if one.get("label") == label)
        data = {"custom_id": button["custom_id"], "component_type": 2}
        sent = await self.send(COMPONENT, data, by=by, target=target, permissions=permissions)
        return await self.answered(sent)

    async def pick(self, target: str, at: int) -> Interaction:
        """Pick a line of the list."""
        listed = next(one for one in self._components(target) if "options" in one)
        value = listed["options"][at]["value"]
        data = {"custom_id": listed["custom_id"], "component_type": 3, "values": [value]}
        return await self.answered(await self.send(COMPONENT, data, target=target))

    async def answered(self, interaction: Interaction) -> Interaction:
        """The interaction once it has its answer, be it one that was first said to come."""
        await self.discord.until(lambda: interaction.kind is not None and not self.discord.is_loading(interaction))
        return interaction

    async def send(
        self,
        kind: int,
        data: Mapping[str, Any],
        *,
        by: str = PERSON,
        locale: str = "en-US",
        place: str = CHANNEL,
        target: str | None = None,
        permissions: int = 0,
        age_seconds: float = 0.0,
    ) -> Interaction:
        """Deliver an interaction that began so many seconds ago."""
        discord = self.discord
        made = discord.new_id(age_seconds)
        born = discord.now() - age_seconds
        interaction = Interaction(made, f"token-{made}", kind, place, born, message=target)
        discord.interactions[made] = interaction
        whole: Payload = {
            "id": made,
            "application_id": APPLICATION,
            "type": kind,
            "token": interaction.token,
            "version": 1,
            "locale": locale,
            "attachment_size_limit": 10_485_760,
            "entitlements": [],
            "authorizing_integration_owners": {"0": GUILD if place == CHANNEL else "0"},
            "context": 0 if place == CHANNEL else 1,
            "channel_id": place,
            "channel": channel(place),
            "app_permissions": str(discord.permissions),
            "data": data,
        }
        if place == DIRECT:
            whole["user"] = user(by)
        else:
            whole |= {"guild_id": GUILD, "guild_locale": "en-US", "guild": {"id": GUILD, "locale": "en-US"}}
            whole["member"] = {**member(permissions), "user": user(by)}
        if target is not None:
            whole["message"] = discord.messages[target]
        await discord.gateway.dispatch_interaction(place, whole)
        return interaction

    def _registered(self, name: str) -> Payload:
        return next(command for command in self.discord.commands if command["name"] == name)

    def _filled_in(self, name: str, values: Mapping[str, object], focused: str = "") -> Payload:
        """A command with its options, those of a sub-command one level down (docs: Interaction Data)."""
        first, _, second = name.partition(" ")
        command = self._registered(first)
        offered = command.get("options") or []
        if second:
            (offered,) = (one.get("options") or [] for one in offered if one["name"] == second)
        types = {one["name"]: one["type"] for one in offered}
        options: list[Payload] = [
            {"name": option, "type": types[option], "value": value} | ({"focused": True} if option == focused else {})
            for option, value in values.items()
        ]
        if second:
            options = [{"name": second, "type": SUB_COMMAND, "options": options}]
        return {"id": command["id"], "name": first, "type": SLASH, "options": options}

    def _components(self, target: str) -> list[Payload]:
        return [one for row in self.discord.messages[target]["components"] for one in row["components"]]
