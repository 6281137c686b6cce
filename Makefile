PYTHON ?= python3
BIN := .venv/bin

.PHONY: help demo test check oldest bare wheel wheels debian lock licences bundle dist release measure pictures api codes
.PHONY: papers architecture docs facts mutate bench prove clean

help:
	@echo "make demo   make a submission and compare two texts, then say what to open"
	@echo "make test   run all tests and see that they pass through enough of the code"
	@echo "make check  formatting, lint, types, the contracts between rooms, names and generated pages"
	@echo "make oldest run the tests with the oldest dependencies that pyproject.toml allows"
	@echo "make bare   run the tests without what the extras bring"
	@echo "make wheel  run the program and the tests from the wheel, with the packages of the lock"
	@echo "make debian run what CI runs in another Debian, with its Python: SUITE=trixie or sid; as root, with debootstrap"
	@echo "make wheels see that every package has a wheel for Windows and Linux, Python 3.11 to 3.14"
	@echo "make pictures take the pictures of the page in docs/pictures anew; look at them"
	@echo "make papers take the pictures of papers in docs/pictures anew; look at them"
	@echo "make lock   write requirements.lock: every package of an installation, with its hashes"
	@echo "make licences  write docs/reference/licences.md from the packages' metadata"
	@echo "make bundle  write the ZIP files that install the program of this checkout without a network"
	@echo "make dist   build all files of a release from the last commit"
	@echo "make release VERSION=1.2.3  set version and changelog, commit, then make dist"
	@echo "make api    write docs/reference/api.md from the public face"
	@echo "make measure  files, lines, functions and circles of the house"
	@echo "make mutate  find thresholds that no test holds; ROOMS=\"sheet text\" for some rooms"
	@echo "make codes  write docs/reference/codes.md from what the rooms declare"
	@echo "make architecture  draw the rooms in docs/architecture.md from the disk"
	@echo "make docs   write the guide as a site into build/guide"
	@echo "make facts  write the file that kcdocs decrees update takes; OUT=FILE"
	@echo "make bench  measure speed and memory beside rivals, and write docs/benchmarks.md: half an hour"
	@echo "make prove  the long proofs over made cases and the corpus: hours; PROOFS=\"kill pdf\" for some"

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
# Three processes on two cores: a third of the time is waiting for browsers and offices.
test: .venv/dev
	@mkdir -p build
	$(BIN)/python -m slipcover --json --out build/passed.json -m pytest --quiet --numprocesses 3 \
		-W ignore::pytest.PytestAssertRewriteWarning -W "ignore:Unable to activate pytest:RuntimeWarning"
	@$(BIN)/python tools/cover.py build/passed.json

check: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest --quiet tests/test_architecture.py tests/test_names.py tests/test_codes_page.py

# TESTS: what goes through every package that the program needs, in minutes; make test runs all.
TESTS ?= tests/text tests/law tests/parse tests/diff tests/word tests/sheet tests/records tests/engine tests/sets \
	tests/register tests/batch tests/cli
TESTING := pytest pytest-xdist hypothesis openpyxl packaging python-calamine
UV := $(BIN)/uv pip install --quiet --python
TRY = KCDOCS_DATA=out/$(1)/data .venv-$(1)/bin/kcdocs demo --out out/$(1)/demo --force

# What the tests need comes after what the program needs, and may not change it.
oldest: .venv/dev
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-oldest
	$(UV) .venv-oldest/bin/python --resolution lowest-direct .
	$(BIN)/uv pip freeze --python .venv-oldest/bin/python | grep -v "^kcdocs @" > .venv-oldest/chosen.txt
	$(UV) .venv-oldest/bin/python --constraint .venv-oldest/chosen.txt $(TESTING)
	$(call TRY,oldest)
	.venv-oldest/bin/python -m pytest --quiet --numprocesses 2 $(TESTS)

bare: .venv/dev
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-bare
	$(UV) .venv-bare/bin/python --constraint constraints.txt . $(TESTING)
	$(call TRY,bare)
	.venv-bare/bin/python -m pytest --quiet --numprocesses 2 $(TESTS)

# pytest by its own script: `python -m pytest` would find the package of the checkout first.
wheel: .venv/dev
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-wheel
	@rm -rf build/wheel && $(BIN)/python -m hatchling build --target wheel --directory build/wheel
	$(UV) .venv-wheel/bin/python --require-hashes --requirement requirements.lock
	$(UV) .venv-wheel/bin/python --no-deps build/wheel/*.whl
	@mkdir -p out/wheel
	cd out/wheel && KCDOCS_DATA=data ../../.venv-wheel/bin/kcdocs demo --out demo --force
	$(UV) .venv-wheel/bin/python --constraint constraints.txt $(TESTING)
	.venv-wheel/bin/pytest --quiet --numprocesses 2 $(TESTS)

# Of two Debians that are not this one: trixie has Python 3.13, sid 3.14 and the newest LibreOffice.
SUITE ?= trixie
DEBIAN := build/debian

debian:
	@mkdir -p build && rm -rf $(DEBIAN)-$(SUITE)
	debootstrap --variant=minbase --include=git,make,python3-venv,ca-certificates $(SUITE) $(DEBIAN)-$(SUITE)
	@cp /etc/ssl/certs/ca-certificates.crt $(DEBIAN)-$(SUITE)/etc/ssl/certs/  # an office may have a certificate of its own
	@git clone --quiet . $(DEBIAN)-$(SUITE)/kcdocs
	unshare --mount sh -c "mount -t proc proc $(DEBIAN)-$(SUITE)/proc && mount --rbind /dev $(DEBIAN)-$(SUITE)/dev \
		&& exec chroot $(DEBIAN)-$(SUITE) env LANG=C.UTF-8 /kcdocs/.ci/run"

wheels: .venv/dev
	@for python in 3.11 3.12 3.13 3.14; do for system in x86_64-pc-windows-msvc x86_64-manylinux_2_28; do \
		for how in "--constraint constraints.txt" "--resolution highest" "--resolution lowest-direct"; do \
		$(BIN)/uv pip compile --quiet --only-binary :all: $$how --python-version $$python \
		--python-platform $$system --extra postgres --extra cluster pyproject.toml >/dev/null || exit 1; \
		echo "Python $$python, $$system, $$how: every package has a wheel"; done; done; done

lock: .venv/dev
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 \
		--constraint constraints.txt --output-file requirements.lock pyproject.toml

licences: .venv/dev
	@$(BIN)/python tools/licences.py

bundle: .venv/dev
	@rm -rf build/bundle && $(BIN)/python -m hatchling build --target wheel --directory build/bundle
	@$(BIN)/python tools/bundle.py build/bundle/*.whl

dist: .venv/dev
	@$(BIN)/python tools/release.py build

release: .venv/dev
	@$(BIN)/python tools/release.py set "$(VERSION)"
	@$(MAKE) dist

codes: .venv/dev
	@$(BIN)/python tools/codes.py

architecture: .venv/dev
	@$(BIN)/python tools/architecture.py

api: .venv/dev
	@$(BIN)/python tools/api.py

pictures: .venv/dev
	@$(BIN)/python tools/pictures.py

papers: .venv/dev
	@$(BIN)/python tools/papers.py

measure: .venv/dev
	@$(BIN)/python tools/measure.py

facts: .venv/dev
	@$(BIN)/python tools/facts.py $(or $(OUT),build/du-kien.zip)

docs: .venv/dev
	@$(BIN)/python tools/guide.py build/guide

mutate: .venv/dev
	@$(BIN)/python tools/mutate.py $(ROOMS)

.venv-bench/rivals: benchmarks/rivals.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/pip install --quiet --disable-pip-version-check --requirement benchmarks/rivals.txt
	@touch $@

# Speed and memory, beside rivals where there are some: half an hour on two quiet cores.
BENCHES := "compare --limit 20" redline_rivals "engine --quick" "batch --quick --rounds 1" joining sheet register \
	"store --instruments 5000" "opinions --seeds 0" "form_check --count 200" parse sources startup serve page
# Whether something that must hold holds, over thousands of made cases or the corpus: hours, some of them each.
PROOFS ?= amend cluster commands consolidated dialect dirt form_blind form_check fuzz kill merging opinions patterns \
	pdf redlines sets silence triples words
RUN = missed=; for bench in $(1); do set -- $$bench; name=$$1; shift; echo "== $$bench"; \
	$(BIN)/python benchmarks/$$name.py "$$@" || missed="$$missed $$name"; done

bench: .venv/dev .venv-bench/rivals
	@rm -rf build/bench
	@$(call RUN,$(BENCHES)); $(BIN)/python tools/figures.py; test -z "$$missed" || { echo "missed:$$missed"; exit 1; }

prove: .venv/dev .venv-bench/rivals
	@$(call RUN,$(PROOFS)); test -z "$$missed" || { echo "missed:$$missed"; exit 1; }

clean:
	rm -rf .venv .venv-bench .venv-oldest .venv-bare .venv-wheel out build dist
