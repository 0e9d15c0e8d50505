"""Pages that were recognised in pictures, made like printed ones."""
