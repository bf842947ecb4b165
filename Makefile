# Each goal sets up what it needs first, so nothing needs activating. PYTHON=… names the interpreter for .venv.
BIN := .venv/bin
TYPED := $(wildcard dossier ui resources seeds benchmarks)

.PHONY: setup setup-tests run demo images messages test check format wheel lock

setup:
	@PYTHON="$(PYTHON)" bash .ci/setup

setup-tests:
	@PYTHON="$(PYTHON)" bash .ci/setup tests

run: setup
	@if [ "$$(uname)" != Darwin ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "There is no display here, so pictures of the window and the sheets are made instead (make demo)."; \
		$(MAKE) --no-print-directory demo; \
	else \
		mkdir -p build && { [ -e build/seed.dossier ] || $(BIN)/dossier new build/seed.dossier; } && \
		$(BIN)/dossier build/seed.dossier; \
	fi

demo: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/dossier demo build/demo

# Today's pictures for the README and the docs.
images: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/dossier demo docs/images --docs --as-of 2026-11-24

# Brings the catalogues in step with the texts in the code; what is new in them awaits a translator.
messages: setup
	$(BIN)/python -m resources.locale.messages

test: setup-tests
	$(BIN)/python -m pytest

check: setup-tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy $(TYPED)
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest

format: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# The folders go first: setuptools would pack what an earlier build left in them.
wheel: setup
	rm -rf build/setuptools build/wheel
	$(BIN)/python -m pip wheel -q --no-deps --no-build-isolation --no-index -w build/wheel .

# Keeps the pins that still fit; make lock UPGRADE=--upgrade takes the newest of everything.
lock: setup
	[ -x build/uv/bin/uv ] || { $(BIN)/python -m venv build/uv && build/uv/bin/pip install -q uv; }
	build/uv/bin/uv pip compile pyproject.toml --group dev -o requirements.lock --quiet --universal \
		--python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate $(UPGRADE)
