"""Music in the window: the transport, and what binds song, piano roll and player together."""
