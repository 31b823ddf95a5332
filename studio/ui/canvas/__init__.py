"""The canvas: the picture, its zoom and its comparison."""
