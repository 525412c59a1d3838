"""The smallest Bolt app that answers a mention with one constant block: what Teapot is measured against."""

import asyncio
import os
import re
from typing import Any

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

MENTION = re.compile(r"HTTP 5\d\d")
BLOCKS = [{"type": "section", "text": {"type": "mrkdwn", "text": "*502 Bad Gateway*\nThe upstream failed."}}]


async def main() -> None:
    """Hear and answer until the process ends."""
    client = AsyncWebClient(token=os.environ["SLACK_BOT_TOKEN"], base_url=os.environ["SLACK_API_URL"])
    app = AsyncApp(client=client)

    @app.event("message")
    async def heard(event: dict[str, Any], client: AsyncWebClient) -> None:
        if MENTION.search(event["text"]):
            await client.chat_postMessage(
                channel=event["channel"], thread_ts=event["ts"], text="502 Bad Gateway", blocks=BLOCKS
            )

    await AsyncSocketModeHandler(app, os.environ["SLACK_APP_TOKEN"]).start_async()  # type: ignore[no-untyped-call]


asyncio.run(main())
