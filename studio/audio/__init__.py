"""Sound: what makes a song audible, in frames of float32, and the devices that play it."""
