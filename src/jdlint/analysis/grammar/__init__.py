"""Spelling and grammar, by a LanguageTool server that runs on this machine or that the settings name."""

RUNNING = "JDLINT_LANGUAGETOOL_RUNNING"  # for processes that this one starts: a server that they can use
