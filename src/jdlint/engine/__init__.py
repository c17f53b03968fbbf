"""Linting one posting and running over many files."""
