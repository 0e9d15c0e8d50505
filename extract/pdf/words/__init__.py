"""Letters -> words -> runs, whatever their order of drawing, their spacing or their signs."""
