"""Training a network that writes music on the artist's own tunes."""
