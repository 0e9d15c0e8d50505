"""The order of reading: white space, headings and fields part a page into blocks of lines."""
