"""What is printed, and where: documents, layouts and the raw records read from them."""
