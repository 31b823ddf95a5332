"""The studio's own soundfont: instruments made of nothing but numbers."""
