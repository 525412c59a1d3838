"""The playground: a chat page on which the same core answers, drawn as Discord and as Slack would show it."""
