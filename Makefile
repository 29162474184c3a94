# fazm-linux
#
#   make demo       run the main job on a desktop of its own and show what it did
#   make build      build the program: .build/release/fazm-linux
#   make install    build, and copy to PREFIX (~/.local; /usr/local for root)
#   make uninstall  remove what install copied
#   make test       build and run every test; needs no display
#   make check      what a change must pass besides the tests: format, warnings
#   make fmt        format every source file
#   make bench      measure
#   make setup      install the Debian packages that are missing
#   make clean      remove what was built

SWIFT ?= swift
PREFIX ?= $(if $(filter 0,$(shell id -u)),/usr/local,$(HOME)/.local)
DESTDIR ?=

# Swift's own libraries go into the program, so that it runs where no toolchain is.
RELEASE := $(SWIFT) build --configuration release --static-swift-stdlib --product fazm-linux
SOURCES := $(wildcard Package.swift Benchmarks Prompts Sources Tests)

# All tests at once open over 1,300 files, and then Foundation's Process reads past the end of its list of them.
# A group takes a few minutes; one that hangs has to end before whoever waits for it.
RUN_TESTS := timeout --foreground 25m $(SWIFT) test --skip-build --disable-xctest --experimental-maximum-parallelization-width 8
# Tests that only compute run before those that wait for other programs, because they would leave them no processor.
COMPUTING := OutlineTests|OfflineTests

# A crash ends with what crashed, not with registers.
export SWIFT_BACKTRACE ?= registers=none,images=none

.DEFAULT_GOAL := help
.PHONY: help setup build demo test check fmt install uninstall bench clean

help:
	@sed -n '/^#  /s/^#  //p' Makefile

setup:
	@Scripts/setup

build: setup
	@$(RELEASE)

demo: build
	@Scripts/demo $(DEMO)

test:
	@Scripts/setup test
	@$(SWIFT) build --build-tests
	@$(RUN_TESTS) --filter '$(COMPUTING)'
	@$(RUN_TESTS) --skip '$(COMPUTING)|DesktopTests'
	@$(RUN_TESTS) --filter DesktopTests

check:
	@Scripts/setup test
	@$(SWIFT) format lint --strict --recursive $(SOURCES)
	@$(SWIFT) build --build-tests

fmt:
	@$(SWIFT) format --in-place --recursive $(SOURCES)

install: build
	install -D -s -m 755 "$$($(RELEASE) --show-bin-path)/fazm-linux" "$(DESTDIR)$(PREFIX)/bin/fazm-linux"
	install -d "$(DESTDIR)$(PREFIX)/share/man/man1"
	"$(DESTDIR)$(PREFIX)/bin/fazm-linux" --man-page > "$(DESTDIR)$(PREFIX)/share/man/man1/fazm-linux.1"
	install -D -m 755 -t "$(DESTDIR)$(PREFIX)/bin" Scripts/fazm-hotkey Scripts/fazm-hotkey-shortcut

uninstall:
	cd "$(DESTDIR)$(PREFIX)" && rm -f $(addprefix bin/,fazm-linux fazm-hotkey fazm-hotkey-shortcut) share/man/man1/fazm-linux.1

bench:
	@Scripts/setup bench
	@Benchmarks/run

clean:
	rm -rf .build demo
