# Needs Python 3.11 or later, pip and make; everything else goes into .venv.
PYTHON ?= python3
VENV := .venv
SPHINX := $(VENV)/bin/sphinx-build --quiet --fail-on-warning --keep-going --fresh-env -c docs
PIP := $(PYTHON) -m pip --disable-pip-version-check --python $(VENV)

.PHONY: demo test lint bench golden schemas reference docs clean

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

reference: $(VENV)/installed
	$(VENV)/bin/python docs/generate.py

docs: $(VENV)/installed-docs
	$(SPHINX) -D language=zh_CN docs/zh build/docs/zh
	$(SPHINX) -D language=en docs/en build/docs/en
	cp docs/index.html build/docs/index.html

clean:
	rm -rf $(VENV) build dist

$(VENV)/bin/python:
	$(PYTHON) -m venv --without-pip $(VENV)

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --editable .
	touch $@

$(VENV)/installed-test: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --editable '.[test]'
	touch $(VENV)/installed $@

$(VENV)/installed-docs: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --editable '.[docs]'
	touch $(VENV)/installed $@
