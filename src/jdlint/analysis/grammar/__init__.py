"""Spelling and grammar, by a LanguageTool server that runs on this machine or that the settings name."""
