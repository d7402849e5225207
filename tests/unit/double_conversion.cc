/* double_conversion.cc - libdouble-conversion behind C functions.
 * SPDX-License-Identifier: MIT
 */
#include "double_conversion.h"

#include <double-conversion/double-conversion.h>

using double_conversion::DoubleToStringConverter;
using double_conversion::StringToDoubleConverter;

void reference_shortest(double value, char digits[32], int *point)
{
    bool sign;
    int length;
    DoubleToStringConverter::DoubleToAscii(value, DoubleToStringConverter::SHORTEST, 0, digits, 32, &sign, &length, point);
    digits[length] = '\0';
}

double reference_double(const char *text, size_t length)
{
    StringToDoubleConverter converter(StringToDoubleConverter::NO_FLAGS, 0.0, 0.0, nullptr, nullptr);
    int used;
    return converter.StringToDouble(text, static_cast<int>(length), &used);
}
