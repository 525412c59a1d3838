"""Tell answers that somebody asked for from automatic replies."""

import sqlalchemy as sa
from alembic import op

revision = "a5"
down_revision = "a4"


def upgrade() -> None:
    """Add whether a message asked us; all of before count as automatic replies, for the minute that it matters."""
    op.add_column("reply", sa.Column("asked", sa.Boolean(), nullable=False, server_default=sa.false()))
