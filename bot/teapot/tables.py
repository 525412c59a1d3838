"""The tables of the store, the same for SQLite and PostgreSQL. Times are epoch seconds; ids are the platforms' own."""

from sqlalchemy import BigInteger, Boolean, Column, Double, Index, Integer, MetaData, String, Table, false

metadata = MetaData()
NEWEST = "a6"
"""The last of the steps in ``teapot.migrations``, which make these very tables out of older ones."""

revision = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))
"""Which step the tables stand at: Alembic's own table, apart from those that hold what people said."""

reply = Table(
    "reply",
    metadata,
    Column("platform", String(32), primary_key=True),
    Column("workspace", String(64), primary_key=True),
    Column("channel", String(64), primary_key=True),
    Column("message", String(64), primary_key=True),
    Column("codes", String(200), nullable=False),
    Column("answered_at", Double, nullable=False),
    Column("named", String(200), nullable=False, server_default=""),
    Column("handle", String(64), nullable=False, server_default=""),
    Column("asked", Boolean, nullable=False, server_default=false()),
    Index("reply_answered_at", "answered_at"),
    Index("reply_in_channel", "platform", "workspace", "channel", "answered_at"),
)
"""Which messages were answered, with which codes (joined by blanks). What they said is never kept.

``named`` is what the message names that may be answered, recently answered codes included; empty when the reply or its
message went. ``handle`` is where our reply stands, empty until it is sent. ``asked`` marks messages that asked the bot
and were answered as a command is.
"""

setting = Table(
    "setting",
    metadata,
    Column("platform", String(32), primary_key=True),
    Column("workspace", String(64), primary_key=True),
    Column("channel", String(64), primary_key=True),
    Column("name", String(32), primary_key=True),
    Column("value", String(1000), nullable=False),
)
"""What a channel chose, or with an empty ``channel`` the whole workspace."""

setting_change = Table(
    "setting_change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("platform", String(32), nullable=False),
    Column("workspace", String(64), nullable=False),
    Column("channel", String(64), nullable=False),
    Column("person", String(64), nullable=False),
    Column("person_name", String(80), nullable=False),
    Column("at", Double, nullable=False),
    Column("name", String(32), nullable=False),
    Column("old", String(1000), nullable=False),
    Column("new", String(1000), nullable=False),
    Index("setting_change_workspace", "platform", "workspace", "at"),
)
"""Who changed which setting and when; an empty ``old`` or ``new`` means that nothing was chosen there."""

note = Table(
    "note",
    metadata,
    Column("platform", String(32), primary_key=True),
    Column("workspace", String(64), primary_key=True),
    Column("channel", String(64), primary_key=True),
    Column("key", String(40), primary_key=True),
    Column("text", String(1000), nullable=False),
    Column("author", String(64), nullable=False),
    Column("author_name", String(80), nullable=False),
    Column("at", Double, nullable=False),
)
"""The team's own words on a code or class; with an empty ``channel`` for the whole workspace."""

own_code = Table(
    "own_code",
    metadata,
    Column("platform", String(32), primary_key=True),
    Column("workspace", String(64), primary_key=True),
    Column("code", String(8), primary_key=True),
    Column("phrase", String(80), nullable=False),
    Column("text", String(1000), nullable=False),
    Column("author", String(64), nullable=False),
    Column("author_name", String(80), nullable=False),
    Column("at", Double, nullable=False),
)
"""Codes that a team's own systems use."""

person = Table(
    "person",
    metadata,
    Column("platform", String(32), primary_key=True),
    Column("workspace", String(64), primary_key=True),
    Column("person", String(64), primary_key=True),
    Column("quiet", Boolean, nullable=False),
    Column("language", String(8), nullable=False),
)
"""What people wish for themselves; an empty ``language`` means that it is found out."""

mute = Table(
    "mute",
    metadata,
    Column("platform", String(32), primary_key=True),
    Column("workspace", String(64), primary_key=True),
    Column("channel", String(64), primary_key=True),
    Column("code", String(40), primary_key=True),
    Column("until", Double, nullable=False),
    Column("person", String(64), nullable=False),
    Column("at", Double, nullable=False),
)
"""Where not to speak: an empty ``code`` is every code, an ``until`` of 0 is for good."""

tally = Table(
    "tally",
    metadata,
    Column("platform", String(32), primary_key=True),
    Column("workspace", String(64), primary_key=True),
    Column("channel", String(64), primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("code", String(40), primary_key=True),
    Column("kind", String(8), primary_key=True),
    Column("count", BigInteger, nullable=False),
    Index("tally_day", "day"),
)
"""How often a code was asked for or heard; ``day`` counts days since 1970-01-01 in UTC."""

workspace_version = Table(
    "workspace_version",
    metadata,
    Column("platform", String(32), primary_key=True),
    Column("workspace", String(64), primary_key=True),
    Column("version", BigInteger, nullable=False),
)
"""Raised with every change, so that other replicas see that what they remember is old."""

left = Table(
    "left_workspace",
    metadata,
    Column("platform", String(32), primary_key=True),
    Column("workspace", String(64), primary_key=True),
    Column("at", Double, nullable=False),
)
"""Workspaces that removed the bot, and when; their data goes some time later."""

pulse = Table(
    "pulse",
    metadata,
    Column("platform", String(32), primary_key=True),
    Column("workspace", String(64), primary_key=True),
    Column("channel", String(64), primary_key=True),
    Column("started_at", Double, nullable=False),
    Column("language", String(8), nullable=False),
    Column("handle", String(64), nullable=False),
    Column("shown", String(80), nullable=False),
)
"""Incidents that are under way, each told in one message of ours: where it stands, and the state it last showed."""

report = Table(
    "report",
    metadata,
    Column("platform", String(32), primary_key=True),
    Column("workspace", String(64), primary_key=True),
    Column("channel", String(64), primary_key=True),
    Column("message", String(64), primary_key=True),
    Column("person", String(64), nullable=False),
    Column("codes", String(200), nullable=False),
    Column("at", Double, nullable=False),
    Index("report_at", "at"),
)
"""Who lately named which 5xx codes, where an incident is to be told in one message; kept while it lasts."""
