"""Music: songs, tracks and notes as frozen values in ticks, and what can be done to them."""
