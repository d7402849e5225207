# SPDX-License-Identifier: MIT
# Short names for what CMake and the scripts in tools/ do. `make` leaves the tool at build/release/horn.

PRESETS := release release-gcc debug asan tsan stress

.PHONY: all test demo bench differential check check-full check-hostile check-oom check-stress soak format fuzz roundtrip coverage report clean $(PRESETS)
all: release

$(PRESETS):
	@test -f build/$@/build.ninja || cmake --preset $@
	@cmake --build --preset $@

# The suite, also with a small C stack; then with a collection at every safe point, at a hundredth of its sizes, what has a heap.
test: release stress
	tests/run build/release
	STRESS=1 SMALL_STACK=no C_TESTS="vm|boot|compile|clause" tests/run build/stress

# Tens of minutes: collections at other rhythms, goals cut off at random, Ctrl-C at random times, valgrind.
check-stress: release stress tsan
	tests/stress/run

demo:
	tools/install-deps
	$(MAKE) --no-print-directory release
	tools/demo build/release/horn

bench: release
	bench/run

# Answers compared with those of swipl and gprolog, on generated goals.
differential: release
	tools/differential.py --horn build/release/horn

# Seconds: everything that must always hold.
check: release
	tools/format --check
	tools/layers.py build/release
	tools/check-headers
	tools/check-dispatch build/release
	tools/instructions.py --check
	tools/conformity.py --check
	tools/libraries.py --check
	tools/conformity-syntax.py --check

# Minutes: everything that CI runs.
check-full:
	.ci/run

# More than an hour: programs that try to bring the machine down, at full size; then under sanitizers, at a fifth of it.
check-hostile: release asan
	tests/hostile/run build/release
	tests/hostile/run --times build/release
	tests/hostile/run build/asan

# Every request for memory fails, one after the other: a quarter of an hour; then some of them under sanitizers.
check-oom: release asan
	build/release/tests/oom
	build/asan/tests/oom --quick

# One machine does everything for so many minutes; nothing may be lost.
MINUTES := 10
soak: release
	MINUTES=$(MINUTES) tools/soak build/release

format:
	tools/format

# Each fuzz target runs for so many seconds.
SECONDS := 60
fuzz:
	SECONDS_EACH=$(SECONDS) tools/fuzz

# A million random terms, written and read again.
roundtrip: release
	ROUNDTRIP_TERMS=1000000 build/release/tests/unit_syntax_roundtrip

# How much of src/ the tests execute.
coverage:
	@test -f build/coverage/build.ninja || cmake --preset coverage
	@cmake --build --preset coverage
	tools/cover build/coverage

report: release
	tools/report build/release

clean:
	rm -rf build
