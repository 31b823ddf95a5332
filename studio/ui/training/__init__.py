"""What the trainings in the window have in common."""
