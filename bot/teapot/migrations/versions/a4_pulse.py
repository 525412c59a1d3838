"""An incident that is told in one message, and the messages that make it."""

import sqlalchemy as sa
from alembic import op

revision = "a4"
down_revision = "a3"


def upgrade() -> None:
    """Make the tables of the incident pulse."""
    op.create_table(
        "pulse",
        sa.Column("platform", sa.String(32), primary_key=True),
        sa.Column("workspace", sa.String(64), primary_key=True),
        sa.Column("channel", sa.String(64), primary_key=True),
        sa.Column("started_at", sa.Double(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("handle", sa.String(64), nullable=False),
        sa.Column("shown", sa.String(80), nullable=False),
    )
    op.create_table(
        "report",
        sa.Column("platform", sa.String(32), primary_key=True),
        sa.Column("workspace", sa.String(64), primary_key=True),
        sa.Column("channel", sa.String(64), primary_key=True),
        sa.Column("message", sa.String(64), primary_key=True),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("codes", sa.String(200), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
    )
    op.create_index("report_at", "report", ["at"])
