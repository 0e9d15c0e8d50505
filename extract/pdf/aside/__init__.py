"""What stands aside of the body of a page: margins, turned lines, print on pictures."""
