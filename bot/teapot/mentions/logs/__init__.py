"""Text in lines: logs and tables whose shape alone tells where the statuses stand."""
