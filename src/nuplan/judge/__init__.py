"""Pure judgement: which duties bear on whom, and what a figure says of them. No clock, no files, no printing."""
