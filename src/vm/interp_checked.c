/* interp_checked.c - the loop while the flag occurs_check is not false.
 * SPDX-License-Identifier: MIT
 *
 * The same bodies once more: a binding to a compound is noted, and before the first instruction that is no matching what was bound is
 * looked through for infinite terms. So the usual loop does without a test.
 */
#define HORN_OCCURS_CHECK
#include "vm/interp.c"
