"""The Compose panel: its verbs and rules, its variations, and how they come into the song."""
