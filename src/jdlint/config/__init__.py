"""Settings: where they are found, how files build on each other, and what their keys may hold."""
