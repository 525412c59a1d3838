"""What Teapot knows, as files: codes, classes, comparisons, vendors and the bot's own sentences, in three languages."""
