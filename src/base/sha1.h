/* sha1.h - the digest SHA-1 of FIPS 180-4. A name for contents, not a protection against forgers.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_SHA1_H
#define HORN_SHA1_H

#include "base/base.h"

#define SHA1_BYTES 20

/* Writes the digest of n bytes. */
void sha1_digest(const char *bytes, size_t n, uint8_t digest[SHA1_BYTES]);

#endif
