"""Remember where our replies stand and for which codes, so that they follow their messages."""

import sqlalchemy as sa
from alembic import op

revision = "a3"
down_revision = "a2"


def upgrade() -> None:
    """Add what a reply was made for and its handle; replies of before stay as they are."""
    op.add_column("reply", sa.Column("named", sa.String(200), nullable=False, server_default=""))
    op.add_column("reply", sa.Column("handle", sa.String(64), nullable=False, server_default=""))
