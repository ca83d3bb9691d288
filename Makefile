# Needs Python 3.11 or later, pip and make; everything else goes into .venv.
PYTHON ?= python3
VENV := .venv
PIP := $(PYTHON) -m pip --disable-pip-version-check --python $(VENV)

.PHONY: demo test lint bench golden schemas clean

demo: $(VENV)/installed
	$(VENV)/bin/nuplan check examples/heze_2024_q2.yaml --history examples/heze_history --format table

test: $(VENV)/installed-test
	$(VENV)/bin/python -m pytest --numprocesses auto --dist loadfile

lint: $(VENV)/installed-test
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

bench:
	$(PYTHON) benchmarks/run.py

golden: $(VENV)/installed-test
	$(VENV)/bin/python -m pytest tests/test_examples.py --update-golden

schemas: $(VENV)/installed
	for kind in plan submission report indicators areas baselines waivers; do $(VENV)/bin/nuplan schema $$kind >schemas/new && mv schemas/new schemas/$$kind.schema.json; done

clean:
	rm -rf $(VENV) dist

$(VENV)/bin/python:
	$(PYTHON) -m venv --without-pip $(VENV)

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --editable .
	touch $@

$(VENV)/installed-test: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --editable '.[test]'
	touch $(VENV)/installed $@
