/* stubs.c - continuations and alternatives that belong to the machine.
 * SPDX-License-Identifier: MIT
 */
#include "vm/stubs.h"

/* One live slot: the choice point that catch/3 or a cleanup pushed. */
#define ONE_SLOT ((Code)1 << 28 | (Code)1 << 40)

const Stub stub_catch_exit = {ONE_SLOT, {I_CATCH_EXIT}};
const Stub stub_cleanup_exit = {ONE_SLOT, {I_CLEANUP_EXIT}};
/* The slots of an interlude, all of which are terms. */
const Stub stub_resume = {(Code)4 << 28 | (Code)0xf << 40, {I_RESUME}};
const Stub stub_answer = {0, {I_ANSWER}};
const Stub stub_alt_clauses = {0, {I_ALT_CLAUSES}};
const Stub stub_alt_rows = {0, {I_ALT_ROWS}};
const Stub stub_alt_partial = {0, {I_ALT_PARTIAL}};
const Stub stub_alt_builtin = {0, {I_ALT_BUILTIN}};
const Stub stub_alt_catch = {0, {I_ALT_CATCH}};
const Stub stub_alt_cleanup = {0, {I_ALT_CLEANUP}};
const Stub stub_alt_stop = {0, {I_ALT_STOP}};
const Stub stub_alt_fail = {0, {I_ALT_FAIL}};
