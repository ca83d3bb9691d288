"""Bytes become model and NU0 findings here; where each value stood is kept. The only room that opens files."""
