"""The Explore panel: a latent space to move in, what stands there, and walks through it."""
