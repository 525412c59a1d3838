"""English, and code: the words around a number, and how those before it are read."""
