#ifndef FRONTDESK_CCRYPT_H
#define FRONTDESK_CCRYPT_H

#include <stdbool.h>

/// Whether `password` hashes to `hash` (modular crypt format, as libxcrypt's `crypt_r` reads it).
/// False too where `hash` is malformed or there is no memory. Thread-safe; takes as long as the
/// hash's cost says, so never call it on an event loop.
bool frontdesk_password_matches(const char *password, const char *hash);

#endif
