#define _GNU_SOURCE
#include "CEpoll.h"

#include <string.h>

bool frontdesk_contains(const void *bytes, size_t length, const void *part, size_t part_length) {
  return memmem(bytes, length, part, part_length) != NULL;
}
