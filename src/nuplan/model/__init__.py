"""The nouns of nuplan and their own arithmetic. Imports nothing of nuplan outside this room."""
