"""What costly tools tell of a posting: each is asked on first use, and only where a rule needs it."""
