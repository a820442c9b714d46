# Newsfold: the daily commands. `make help` lists them; `.ci/run` is what CI runs.

# What the build links and what finds it, by the names of Debian and of Homebrew. This list is the only one:
# .ci/run, the README and CONTRIBUTING point here.
# CLD2 has no formula: on macOS the system's own language detector does its work.
APT_PACKAGES  = pkg-config libxml2-dev libstemmer-dev libicu-dev libcmark-dev libuchardet-dev libcld2-dev libdeflate-dev nettle-dev libarchive-dev libcurl4-openssl-dev
BREW_PACKAGES = pkgconf libxml2 snowball icu4c cmark uchardet libdeflate nettle libarchive curl

# What the tests beside `swift test` need: Python for the system tests.
APT_TEST_PACKAGES  = python3
BREW_TEST_PACKAGES = python3

SWIFT     ?= swift
SITE      ?= feeds

# On Linux the release binary has Swift's libraries and ICU in it: it runs where no toolchain is, on Debian 12 and 13 alike
# (whose ICU have other names), and the same ICU everywhere cuts words in the same places everywhere.
STATIC = .build/static
ifeq ($(shell uname -s),Linux)
RELEASE_FLAGS ?= --static-swift-stdlib --pkg-config-path '$(CURDIR)/$(STATIC)'
endif
RELEASE    = .build/release/newsfold
# The binary that the system tests drive. The release build: without optimisation a sync takes a hundred times as long.
NEWSFOLD  ?= $(CURDIR)/$(RELEASE)

# The version that the binary tells.
export NEWSFOLD_VERSION ?= $(shell .packaging/version)

.DEFAULT_GOAL := help
.PHONY: help setup setup-test build run test check fuzz bench bench-check clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install the system packages that are missing
	@.ci/packages "$(APT_PACKAGES)" "$(BREW_PACKAGES)"

setup-test:
	@.ci/packages "$(APT_PACKAGES) $(APT_TEST_PACKAGES)" "$(BREW_PACKAGES) $(BREW_TEST_PACKAGES)"

build: setup $(STATIC)/icu-i18n.pc ## build .build/release/newsfold
	$(SWIFT) build -c release --product newsfold $(RELEASE_FLAGS)

# `-l:NAME.a` names the archive, whatever shared library lies beside it.
$(STATIC)/icu-i18n.pc:
	mkdir -p $(STATIC)
	for library in icui18n icuuc icudata cmark; do \
	  [ -f "$$($(CC) -print-file-name=lib$$library.a)" ] || { echo "make: no lib$$library.a. Run 'make setup'." >&2; exit 1; }; \
	done
	printf 'Name: libcmark\nDescription: cmark, linked statically\nVersion: %s\nLibs: -l:libcmark.a\n' \
	  "$$(pkg-config --modversion libcmark)" >$(STATIC)/libcmark.pc
	printf 'Name: icu-i18n\nDescription: ICU, linked statically\nVersion: %s\nLibs: -l:libicui18n.a -l:libicuuc.a -l:libicudata.a\n' \
	  "$$(pkg-config --modversion icu-i18n)" >$@

run: build ## publish the sample site feeds/ and serve it at http://127.0.0.1:8080/ until interrupted
	$(RELEASE) run --site $(SITE)

test: setup-test ## run all tests
	$(SWIFT) test
	$(MAKE) --no-print-directory build
	NEWSFOLD='$(NEWSFOLD)' python3 -m unittest discover -v -t Tests/System -s Tests/System

check: ## check format, style and module graph, without a build
	@.ci/run format lint graph

# For each of some fifty stages: an hour and a half in all.
FUZZ_SECONDS ?= 90
fuzz: setup ## run libFuzzer on every reader, cleaner, writer and loader, for FUZZ_SECONDS each; findings are in .build-fuzz/found
	NEWSFOLD_ONLY=fuzz $(SWIFT) build -c release --sanitize fuzzer --scratch-path .build-fuzz --product FuzzStages
	mkdir -p .build-fuzz/found
	.ci/fuzz .build-fuzz/release/FuzzStages .build-fuzz/found $(FUZZ_SECONDS)

bench-check: setup ## count the instructions of each stage on fixed inputs, and fail where they are 5 % off the committed ones
	$(SWIFT) build -c release --product InstructionCount
	.ci/instructions .build/release/InstructionCount Tests/Benchmarks/Counting/instructions.json $(BENCH_CHECK)

# The reports to multiply; without a collection those of the sample site.
NEWSFOLD_COLLECTION ?=
BENCH_PYTHON = .build/bench/bin/python
bench: build ## measure speed and memory beside datasketch, rensa, trafilatura, find and nginx, in the same run; some half an hour
	[ -x $(BENCH_PYTHON) ] || python3 -m venv .build/bench
	$(BENCH_PYTHON) -m pip install --quiet datasketch rensa trafilatura
	NEWSFOLD=.build/release/newsfold python3 Tests/Benchmarks/beside.py --python $(BENCH_PYTHON) \
	  $(if $(NEWSFOLD_COLLECTION),--collection "$(NEWSFOLD_COLLECTION)")
	NEWSFOLD=.build/release/newsfold python3 Tests/Benchmarks/latency.py
	NEWSFOLD=.build/release/newsfold python3 Tests/Benchmarks/serving.py

clean: ## remove the build
	rm -rf .build

# `make install` and `make uninstall`, with PREFIX and DESTDIR.
-include systemd/install.mk
