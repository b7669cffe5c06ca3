#ifndef FRONTDESK_CZLIB_H
#define FRONTDESK_CZLIB_H

#include <stddef.h>
#include <stdint.h>

/// The most bytes that `frontdesk_deflate` may need for so many.
size_t frontdesk_deflate_bound(size_t length);

/// Compresses into blocks of RFC 1951 that end at a whole byte with an empty block (00 00 FF FF)
/// and refer to nothing before or after them, so that one result may follow another. Returns the
/// length, 0 where there is no memory.
size_t frontdesk_deflate(const void *bytes, size_t length, void *into, size_t room);

enum frontdesk_inflated {
  FRONTDESK_INFLATED,
  /// More than there is room for.
  FRONTDESK_INFLATED_TOO_BIG,
  /// Not of RFC 1951, or there is no memory.
  FRONTDESK_INFLATED_WRONG,
};

/// Decompresses a message of RFC 7692, 7.2.2: blocks without the empty one at their end.
enum frontdesk_inflated frontdesk_inflate(const void *bytes, size_t length, void *into,
                                          size_t room, size_t *written);

#endif
