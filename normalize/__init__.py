"""What the print means: raw records -> rows, each value with its evidence."""
