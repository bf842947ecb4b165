# Each goal calls setup first; nothing needs activating. PYTHON=… names another interpreter for .venv.
.PHONY: setup setup-tests run demo test check format lock wheel clean
MAKEFLAGS += --no-print-directory
BIN := .venv/bin
CODE := dossier ui resources seeds tests benchmarks

setup:
	@PYTHON="$(PYTHON)" bash .ci/setup

setup-tests:
	@PYTHON="$(PYTHON)" bash .ci/setup tests
