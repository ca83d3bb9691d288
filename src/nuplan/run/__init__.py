"""The hub: load, judge, gate, report. The only room that knows all three; a module for each of its acts."""
