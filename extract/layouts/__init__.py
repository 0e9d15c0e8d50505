"""Layouts: one TOML file per house style. Words only; the shapes they name stand in code."""
