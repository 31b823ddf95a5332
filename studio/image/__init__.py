"""Pictures: tensors of shape (B, C, H, W) in [0, 1], the networks and files that make them."""
