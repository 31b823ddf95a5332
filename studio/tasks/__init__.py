"""What a button means: a frozen request, the steps of the work, a value for the document."""
