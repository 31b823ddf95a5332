"""Training a latent space on the artist's own pictures."""
