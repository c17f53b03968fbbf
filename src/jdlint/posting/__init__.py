"""A posting as a person reads it: blocks, sections and facts."""
