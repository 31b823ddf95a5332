"""The piano roll: shows the notes of a track and says what the hand wants of them."""
