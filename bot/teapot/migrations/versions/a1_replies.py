"""Remember which messages were answered."""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None


def upgrade() -> None:
    """Make the table of replies."""
    op.create_table(
        "reply",
        sa.Column("platform", sa.String(32), primary_key=True),
        sa.Column("workspace", sa.String(64), primary_key=True),
        sa.Column("channel", sa.String(64), primary_key=True),
        sa.Column("message", sa.String(64), primary_key=True),
        sa.Column("codes", sa.String(200), nullable=False),
        sa.Column("answered_at", sa.Double(), nullable=False),
    )
    op.create_index("reply_answered_at", "reply", ["answered_at"])
