"""Melodies in the Explore panel: small piano rolls, listening on the way, and bars in and out."""
