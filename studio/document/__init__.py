"""The document: frozen values that a project file holds."""
