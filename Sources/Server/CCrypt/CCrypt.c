#include "CCrypt.h"

#include <crypt.h>
#include <stdlib.h>
#include <string.h>

/// Calls `crypt_r` with a working area of its own: the area is 32 KB, too large for the stack of a
/// pool's thread.
static bool hash_into(const char *password, const char *setting, char *out, size_t size) {
  struct crypt_data *area = calloc(1, sizeof *area);
  if (area == NULL) return false;
  const char *result = crypt_r(password, setting, area);
  // libxcrypt answers a setting it cannot read with a string that begins with '*'.
  bool done = result != NULL && result[0] != '*' && strlen(result) < size;
  if (done) strcpy(out, result);
  explicit_bzero(area, sizeof *area);
  free(area);
  return done;
}

bool frontdesk_password_matches(const char *password, const char *hash) {
  char computed[CRYPT_OUTPUT_SIZE];
  if (!hash_into(password, hash, computed, sizeof computed)) return false;
  size_t length = strlen(hash);
  if (strlen(computed) != length) return false;
  // Every byte is compared, so that the time tells nothing about how much of the hash fits.
  unsigned char difference = 0;
  for (size_t i = 0; i < length; i++) difference |= (unsigned char)(computed[i] ^ hash[i]);
  return difference == 0;
}

bool frontdesk_hash_password(const char *password, char *out, size_t size) {
  char setting[CRYPT_GENSALT_OUTPUT_SIZE];
  // Without bytes of ours the salt comes from the system's source of chance.
  if (crypt_gensalt_rn("$2a$", 10, NULL, 0, setting, sizeof setting) == NULL) return false;
  return hash_into(password, setting, out, size);
}
