"""Beginnings: a posting to fill in (`jdlint new`), and settings, hook and CI gate for a repository (`jdlint init`)."""
