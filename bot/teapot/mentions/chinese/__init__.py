"""Chinese, in both scripts: the words around a number, and how they are read."""
