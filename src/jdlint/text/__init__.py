"""Source text, spans, offset maps, words and phrases: the ground floor, which imports nothing above it."""
