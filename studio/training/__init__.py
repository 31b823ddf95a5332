"""Training: data sets and loops that are generators, for the app and the command line."""
