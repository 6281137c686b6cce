PYTHON ?= python3
BIN := .venv/bin

.PHONY: help demo test check oldest lock measure pictures api codes architecture mutate bench clean

help:
	@echo "make demo   make a submission and compare two texts, then say what to open"
	@echo "make test   run all tests and see that they pass through enough of the code"
	@echo "make check  formatting, lint, types, the contracts between rooms, names and generated pages"
	@echo "make oldest start the program with the oldest dependencies that pyproject.toml allows"
	@echo "make pictures take the pictures of the page in docs/pictures anew; look at them"
	@echo "make lock   write requirements.lock: every package of an installation, with its hashes"
	@echo "make api    write docs/reference/api.md from the public face"
	@echo "make measure  files, lines, functions and circles of the house"
	@echo "make mutate  find thresholds that no test holds; ROOMS=\"sheet text\" for some rooms"
	@echo "make codes  write docs/reference/codes.md from what the rooms declare"
	@echo "make architecture  draw the rooms in docs/architecture.md from the disk"
	@echo "make bench  measure speed and memory beside rivals"

# The packages that users get, each known by its hash; then the program itself, which may bring no others.
.venv/run: pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

.venv/dev: .venv/run constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	@touch $@

demo: .venv/run
	@$(BIN)/kcdocs demo --out out/demo

# SlipCover counts the lines and branches that the tests pass through; docs/decisions/0005 says why it warns twice.
test: .venv/dev
	@mkdir -p build
	$(BIN)/python -m slipcover --json --out build/passed.json -m pytest --quiet --numprocesses 2 \
		-W ignore::pytest.PytestAssertRewriteWarning -W "ignore:Unable to activate pytest:RuntimeWarning"
	@$(BIN)/python tools/cover.py build/passed.json

check: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest --quiet tests/test_architecture.py tests/test_names.py tests/test_codes_page.py

oldest: .venv/dev
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-oldest
	$(BIN)/uv pip install --quiet --python .venv-oldest/bin/python --resolution lowest-direct .
	KCDOCS_DATA=out/oldest/data .venv-oldest/bin/kcdocs demo --out out/oldest/demo --force

lock: .venv/dev
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 \
		--constraint constraints.txt --output-file requirements.lock pyproject.toml

codes: .venv/dev
	@$(BIN)/python tools/codes.py

architecture: .venv/dev
	@$(BIN)/python tools/architecture.py

api: .venv/dev
	@$(BIN)/python tools/api.py

pictures: .venv/dev
	@$(BIN)/python tools/pictures.py

measure: .venv/dev
	@$(BIN)/python tools/measure.py

mutate: .venv/dev
	@$(BIN)/python tools/mutate.py $(ROOMS)

.venv-bench/rivals: benchmarks/rivals.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/pip install --quiet --disable-pip-version-check --requirement benchmarks/rivals.txt
	@touch $@

bench: .venv/dev .venv-bench/rivals
	@for bench in benchmarks/*.py; do case $$bench in benchmarks/_*) ;; *) $(BIN)/python $$bench || exit 1 ;; esac; done

clean:
	rm -rf .venv .venv-bench .venv-oldest out build dist
