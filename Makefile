# What people who work on Cubeproof run. A new machine needs Python 3.11 or newer and a package index, nothing else.

.DEFAULT_GOAL := help
.PHONY: help demo test check format generate lowest package update clean

# the first Python that is new enough
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
CONSTRAINTS := $(CURDIR)/tools/constraints.txt
PYTEST_ARGS ?= -n 2

# pins reach the environments that packages are built in, too; pip 25.3 has a name of its own for those
export PIP_CONSTRAINT := $(CONSTRAINTS)
export PIP_BUILD_CONSTRAINT := $(CONSTRAINTS)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 18

demo: $(STAMP) ## what two callers see of the sample model, and a caller without claims
	@$(BIN)/python tools/demo.py

test: $(STAMP) ## all tests
	$(BIN)/pytest $(PYTEST_ARGS)

check: $(STAMP) ## lint, layout, types, and which layer imports which
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict -p cubeproof
	$(BIN)/lint-imports

format: $(STAMP) ## lay the code out, and mend what lint can mend
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

generate: $(STAMP) ## the grammar's tables, the compiled templates and the rules' pages, from their sources
	$(BIN)/python tools/generate_grammar.py
	$(BIN)/python tools/generate_templates.py
	$(BIN)/python tools/generate_rules.py

package: $(STAMP) ## build the distribution, and compile the sample with it in an environment of its own
	$(BIN)/python tools/check_package.py

lowest: $(STAMP) ## the tests with the lowest versions that pyproject.toml allows
	$(BIN)/python tools/check_lowest.py

update: ## pin the newest versions of everything that is installed
	rm -rf $(VENV)-update
	$(PYTHON) -m venv $(VENV)-update
	env -u PIP_CONSTRAINT -u PIP_BUILD_CONSTRAINT $(VENV)-update/bin/pip install --quiet --upgrade -e '.[dev]' setuptools
	echo '# Every version that `make demo` and `make test` install; refreshed by `make update`.' > $(CONSTRAINTS)
	$(VENV)-update/bin/pip freeze --all --exclude-editable | grep -v '^pip==' >> $(CONSTRAINTS)
	rm -rf $(VENV)-update

clean: ## forget the environment and everything that was built
	rm -rf $(VENV) $(VENV)-update build dist compiler/*.egg-info
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# a stamp, because the second call should take no time; an environment that is there already is brought up to date
$(STAMP): pyproject.toml tools/constraints.txt
	@test -n "$(PYTHON)" || { echo "Cubeproof needs Python 3.11 or newer, as python3 or as PYTHON=..." >&2; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet -e '.[dev]'
	@touch $@
