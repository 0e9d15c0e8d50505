"""Checks: one SQL file each. README.md tells how to write one."""
