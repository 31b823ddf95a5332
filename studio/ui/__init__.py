"""The window: the only package, beside studio/app.py, that imports Qt."""
