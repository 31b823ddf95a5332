"""Walks through a latent space under the canvas: a time line, its preview, and films of it."""
