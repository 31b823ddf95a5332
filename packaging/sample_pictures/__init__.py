"""The pictures that the studio brings along, painted from nothing but numbers."""
