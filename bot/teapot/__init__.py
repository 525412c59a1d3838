"""Teapot's lookup core: from a query or a message to what to say about it. It knows no chat platform and no HTTP."""
