"""A report becomes bytes here: pure functions, no clock and no files."""
