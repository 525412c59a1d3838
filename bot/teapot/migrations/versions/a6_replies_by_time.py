"""Find the latest replies of a channel without looking at those of the whole day."""

from alembic import op

revision = "a6"
down_revision = "a5"


def upgrade() -> None:
    """Make the index."""
    op.create_index("reply_in_channel", "reply", ["platform", "workspace", "channel", "answered_at"])
