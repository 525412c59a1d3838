"""A card with its picture, which Slack shows as a file that is uploaded first and then shared with the card's blocks.

Three calls (docs: files.getUploadURLExternal, files.completeUploadExternal), and only the last of them is seen. The
SDK's one call for all three puts the blocks into an address, where they do not fit, and cannot tell which call failed.
"""

import json

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from teapot.card import Picture, Reply
from teapot.conversation import Origin
from teapot_slack import limits, render
from teapot_slack.limits import cut
from teapot_slack.outcomes import Outcome, attempt, note, outcome_of, pause_for

NOT_SHOWN = "the picture was not posted; the card goes without it"
IN_DOUBT = "it is not known whether the picture was posted; the card does not go again"


async def post(client: AsyncWebClient, origin: Origin, thread: str | None, reply: Reply, picture: Picture) -> bool:
    """Write the card with its picture into the channel, or into the thread below ``thread``.

    False, with one line in the log, when Slack does not take it: then nobody sees anything of it.
    """
    client.retry_handlers = []  # its own would post again after a connection that broke
    place = {"channel_id": origin.channel.id, **({"thread_ts": thread} if thread else {})}
    file, address = "", ""

    async def reserve() -> Outcome:
        nonlocal file, address
        about = {"filename": picture.name, "length": len(picture.png), "alt_txt": cut(picture.alt, limits.ALT)}
        try:
            told = await client.api_call("files.getUploadURLExternal", data=about)
        except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
            return outcome_of(error)
        file, address = str(told["file_id"]), str(told["upload_url"])
        return Outcome()

    async def send() -> Outcome:
        try:
            return await _send(client, address, picture.png)
        except (aiohttp.ClientError, TimeoutError) as error:
            return outcome_of(error)

    is_in_doubt = False

    async def share() -> Outcome:
        nonlocal is_in_doubt
        shown = render.with_picture(reply)
        files = [{"id": file, "title": shown["files"][0]["title"]}]
        said = {"files": json.dumps(files), "blocks": json.dumps(shown["blocks"]), **place}
        try:
            await client.api_call("files.completeUploadExternal", data=said)
        except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
            outcome = outcome_of(error)
            is_in_doubt = outcome.pause_seconds is None and not _is_refusal(error)
            return outcome
        return Outcome()

    for step in (reserve, send, share):
        outcome = await attempt(step)
        if outcome.problem:
            note(outcome, origin, IN_DOUBT if is_in_doubt else NOT_SHOWN)
            return is_in_doubt
    return True


async def _send(client: AsyncWebClient, address: str, png: bytes) -> Outcome:
    """Where the app that Teapot was added to keeps no connections, one is opened for this."""
    if client.session is None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(client.timeout)) as session:
            return await _sent(client, session, address, png)
    return await _sent(client, client.session, address, png)


async def _sent(client: AsyncWebClient, session: aiohttp.ClientSession, address: str, png: bytes) -> Outcome:
    secure = client.ssl if client.ssl is not None else True
    async with session.post(address, data=png, proxy=client.proxy, ssl=secure) as told:
        if told.status == 200:
            return Outcome()
        return Outcome(f"upload_{told.status}", pause_for(told.status, told.headers))


def _is_refusal(error: Exception) -> bool:
    """Whether Slack itself said no, so that nothing was posted."""
    data = getattr(getattr(error, "response", None), "data", None)
    return isinstance(data, dict) and data.get("ok") is False
