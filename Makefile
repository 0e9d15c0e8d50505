# The habits of this project, one line each. Everything runs in .venv, made when it is missing.
PY := .venv/bin/python
DB ?= metroledger.db

.PHONY: ledger test lint docs bench clean

.venv/.made: pyproject.toml
	python3 -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

ledger: .venv/.made  ## ingest corpus/ and say what was loaded
	.venv/bin/metroledger ingest corpus --db $(DB)

test: .venv/.made lint  ## everything that must hold
	$(PY) -m pytest -q -n auto

lint: .venv/.made
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy --strict cli.py pipeline.py reading.py worker.py extract normalize load quality view

bench: .venv/.made  ## times and memory, side by side
	$(PY) scripts/bench.py

clean:
	rm -rf .venv build *.egg-info *.db

docs: .venv/.made  ## write the generated parts of the docs anew
	.venv/bin/cog -r -P -I scripts README.md docs/*.md
