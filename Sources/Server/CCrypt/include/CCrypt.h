#ifndef FRONTDESK_CCRYPT_H
#define FRONTDESK_CCRYPT_H

#include <stdbool.h>
#include <stddef.h>

/// Whether `password` hashes to `hash` (modular crypt format, as libxcrypt's `crypt_r` reads it).
/// False too where `hash` is malformed or there is no memory. Thread-safe; takes as long as the
/// hash's cost says, so never call it on an event loop.
bool frontdesk_password_matches(const char *password, const char *hash);

/// Writes a bcrypt hash of `password` (`$2a$10$…`, with a new salt) into `out`, which has `size`
/// bytes; 61 are enough. False where libcrypt makes none or there is no memory.
bool frontdesk_hash_password(const char *password, char *out, size_t size);

#endif
