# make run         install into .venv and show the core values (ARGS="value 7" for something else)
# make test        install what is needed and run everything that must hold
# make help        the other targets

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
ARGS ?= value
ROUNDS ?= 25

.PHONY: run test test-readers lint unit docs transcripts search-quality soak bench test-pythons clean help

help:
	@echo "run           install into .venv and show the core values; ARGS='value 7' for something else"
	@echo "test          everything that must hold: lint, types, layers, corpus, documents, tests"
	@echo "lint          formatting, lint, types and layers only"
	@echo "unit          the tests only; TESTS='-k refs' to choose"
	@echo "docs          write docs/cli.md, the pictures and the JSON Schema anew"
	@echo "transcripts   run the recorded commands and write down what they print now"
	@echo "search-quality  how often the answer to a judged query is found first"
	@echo "test-readers  what is exported, in the programs that read it: Anki, Chromium, markdownlint, GIFT, Vale's own libraries"
	@echo "soak          kill sittings 500 times, review 100,000 times: many minutes"
	@echo "bench         time whole processes against the bare interpreter; ROUNDS=$(ROUNDS)"
	@echo "test-pythons  the tests under every supported Python that this machine has"
	@echo "clean         remove what these targets made"

$(BIN)/.peerguide: pyproject.toml
	@test -n "$(PYTHON)" || { echo "peerguide needs Python 3.11 or newer; name one: make $(MAKECMDGOALS) PYTHON=..."; exit 1; }
	@$(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV)
	@echo "Installing peerguide into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(BIN)/.peerguide-dev: $(BIN)/.peerguide
	@echo "Installing what the tests need into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

run: $(BIN)/.peerguide
	@$(BIN)/peerguide $(ARGS)

test: lint unit

lint: $(BIN)/.peerguide-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/peerguide corpus check

unit: $(BIN)/.peerguide-dev
	$(BIN)/python -m pytest -n auto $(TESTS)

docs: $(BIN)/.peerguide-dev
	$(BIN)/python docs/generate.py

transcripts: $(BIN)/.peerguide-dev
	$(BIN)/python -m pytest tests/test_transcripts.py --rewrite-transcripts

search-quality: $(BIN)/.peerguide-dev
	$(BIN)/python tests/search_quality.py

# Each of these readers is large, and comes from a registry of its own; a test whose reader is not there says so and is
# skipped.
$(BIN)/.readers: $(BIN)/.peerguide-dev
	-@command -v chromium > /dev/null || { apt-get update -qq && apt-get install -y -qq chromium; } > /dev/null 2>&1
	-@command -v go > /dev/null && test -d /usr/share/gocode/src/gopkg.in/ini.v1 || { apt-get update -qq && apt-get install -y -qq \
	  golang-go golang-github-dlclark-regexp2-dev golang-github-gobwas-glob-dev golang-gopkg-ini.v1-dev golang-gopkg-yaml.v3-dev; } > /dev/null 2>&1
	-@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'anki>=25.2'
	-@npm install --silent --no-fund --no-audit --prefix .venv-readers markdownlint-cli2@0.22 axe-core@4 puppeteer-core@24 > /dev/null
	-@npm install --silent --no-fund --no-audit --prefix $(VENV)/npm gift-pegjs@^1.0.2 > /dev/null
	@touch $@

test-readers: $(BIN)/.readers
	$(BIN)/python -m pytest tests/export -m readers

soak: $(BIN)/.peerguide-dev
	$(BIN)/python -m pytest tests/soak -m soak

$(VENV)-bench/bin/tldr:
	@$(PYTHON) -m venv $(VENV)-bench
	@$(VENV)-bench/bin/python -m pip install --quiet --disable-pip-version-check tldr sqlite-utils

bench: $(BIN)/.peerguide-dev $(VENV)-bench/bin/tldr
	@$(BIN)/python -m compileall -q src
	$(BIN)/python bench/startup.py --rounds $(ROUNDS) --tldr $(VENV)-bench/bin/tldr
	$(BIN)/python bench/search.py --rounds $(ROUNDS) --sqlite-utils $(VENV)-bench/bin/sqlite-utils
	$(BIN)/python bench/quiz.py --rounds $(ROUNDS)
	$(BIN)/python bench/export.py --rounds $(ROUNDS)
	$(BIN)/python bench/language.py --rounds $(ROUNDS)

test-pythons:
	@for version in 3.11 3.12 3.13 3.14; do \
	  found=; \
	  for python in python$$version $$HOME/.pyenv/versions/$$version.*/bin/python; do \
	    $$python -c '' 2>/dev/null && { found=$$python; break; }; \
	  done; \
	  if [ -z "$$found" ]; then echo "== Python $$version is not on this machine"; continue; fi; \
	  echo "== Python $$version: $$found"; \
	  test -x $(VENV)-$$version/bin/python || $$found -m venv $(VENV)-$$version || exit 1; \
	  $(VENV)-$$version/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' \
	    && $(VENV)-$$version/bin/python -m pytest $(TESTS) || exit 1; \
	done

clean:
	rm -rf $(VENV) $(VENV)-* build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
