"""Rules as data: what they hold, how they are loaded, selected and matched."""
