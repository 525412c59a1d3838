# Every verb sets up what it needs; nothing has to be installed first but Python, pip and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CATALOGUE_TESTS := $(addprefix tests/unit/test_catalogue_,files.py language.py parity.py room.py)
PREFIX ?= /opt/teapot
COMPILE := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

.PHONY: run test check format bench data data-accept lock picture setup install clean

run: setup ## Start the bot; with no token, the playground on 127.0.0.1:8418
	@$(BIN)/teapot run

test: setup ## Run every test, on three workers since many of them wait
	@$(BIN)/python -m pytest -n 3

check: setup ## Format check, lint, types, import rules
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: setup ## Rewrite the code in the project's format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: setup ## Measure against bare bots, print the ratios
	@$(BIN)/python -m tests.bench

data: setup ## Validate the catalogue: form, references, language, parity, room on the cards
	@$(BIN)/teapot export >/dev/null
	@$(BIN)/python -m pytest -q --tb=short --noconftest -p no:randomly -p no:cacheprovider -p no:hypothesispytest -p no:xdist \
		$(CATALOGUE_TESTS)

data-accept: setup ## Record the catalogue's texts as checked in all three languages
	@$(BIN)/python -m tests.parity

lock: setup ## Renew the locks from pyproject.toml: for work here, for the image, for building the wheel
	@$(PYTHON) -m pip --python $(BIN)/python install -q uv
	@$(COMPILE) --all-extras --group dev -o requirements.lock pyproject.toml
	@$(COMPILE) --all-extras -c requirements.lock -o deploy/requirements.lock pyproject.toml
	@echo hatchling | $(COMPILE) -c requirements.lock -o deploy/build.lock -

picture: setup ## Draw the README's picture from the playground
	@$(BIN)/python -m tests.browser.picture

install: ## Install the bot alone into PREFIX, from the locks
	@$(PYTHON) -m venv --without-pip $(PREFIX)
	@$(PYTHON) -m pip --python $(PREFIX)/bin/python install -q --require-hashes -r deploy/requirements.lock
	@rm -rf $(PREFIX)/.build
	@$(PYTHON) -m pip install -q --root-user-action=ignore --target $(PREFIX)/.build --require-hashes -r deploy/build.lock
	@PYTHONPATH=$(PREFIX)/.build $(PYTHON) -m pip --python $(PREFIX)/bin/python install -q --no-deps --no-build-isolation .
	@rm -rf $(PREFIX)/.build

setup: $(READY)

# A venv without its own pip: Debian's python3 can make one without the python3-venv package.
$(READY): requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv --without-pip $(VENV)
	@$(PYTHON) -m pip --python $(BIN)/python install -q --require-hashes -r requirements.lock
	@$(PYTHON) -m pip --python $(BIN)/python install -q --no-deps --no-build-isolation -e .
	@touch $@

clean: ## Forget the set-up
	rm -rf $(VENV)
