/* double_conversion.h - what the tests need of libdouble-conversion, for C.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_TEST_DOUBLE_CONVERSION_H
#define HORN_TEST_DOUBLE_CONVERSION_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The shortest digits of a positive finite double, the nearest of those; the value is 0.DIGITS * 10^*point. */
void reference_shortest(double value, char digits[32], int *point);
/* The double nearest to a decimal such as 12.5e-3. */
double reference_double(const char *text, size_t length);

#ifdef __cplusplus
}
#endif
#endif
