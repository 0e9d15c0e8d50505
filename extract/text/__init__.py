"""Text files as documents."""
