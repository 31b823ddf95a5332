"""From a picture or words to the plan of a piece, by a table that may be edited."""
