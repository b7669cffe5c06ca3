#include "CZlib.h"

#include <string.h>
#include <zlib.h>

// No header and no checksum (RFC 7692 has neither), and the largest window.
static const int raw_window = -15;

size_t frontdesk_deflate_bound(size_t length) {
  // zlib's own bound, and an empty block at the end.
  return length + (length >> 12) + (length >> 14) + (length >> 25) + 64;
}

size_t frontdesk_deflate(const void *bytes, size_t length, void *into, size_t room) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (deflateInit2(&stream, 6, Z_DEFLATED, raw_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)length;
  stream.next_out = into;
  stream.avail_out = (uInt)room;
  int result = deflate(&stream, Z_FULL_FLUSH);
  size_t written = room - stream.avail_out;
  int is_whole = result == Z_OK && stream.avail_in == 0 && stream.avail_out > 0;
  deflateEnd(&stream);
  return is_whole ? written : 0;
}

enum frontdesk_inflated frontdesk_inflate(const void *bytes, size_t length, void *into,
                                          size_t room, size_t *written) {
  static const Bytef end[4] = {0x00, 0x00, 0xFF, 0xFF};
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (inflateInit2(&stream, raw_window) != Z_OK) return FRONTDESK_INFLATED_WRONG;
  // One byte beyond the room tells a message that fills it from one that is larger.
  Bytef beyond;
  stream.next_out = into;
  stream.avail_out = (uInt)room;
  enum frontdesk_inflated outcome = FRONTDESK_INFLATED;
  const Bytef *parts[2] = {bytes, end};
  size_t lengths[2] = {length, sizeof end};
  int is_over = 0;
  for (int part = 0; part < 2 && !is_over && outcome == FRONTDESK_INFLATED; part++) {
    stream.next_in = (Bytef *)parts[part];
    stream.avail_in = (uInt)lengths[part];
    while (stream.avail_in > 0 && outcome == FRONTDESK_INFLATED) {
      if (stream.avail_out == 0) {
        stream.next_out = &beyond;
        stream.avail_out = 1;
        room = room + 1;
      }
      int result = inflate(&stream, Z_SYNC_FLUSH);
      if (stream.next_out == &beyond + 1) {
        outcome = FRONTDESK_INFLATED_TOO_BIG;
      } else if (result == Z_STREAM_END) {
        // A last block may stand in a message (7.2.3.4); what follows it is of no message.
        is_over = 1;
        break;
      } else if (result != Z_OK && result != Z_BUF_ERROR) {
        outcome = FRONTDESK_INFLATED_WRONG;
      } else if (result == Z_BUF_ERROR && stream.avail_out > 0) {
        break;
      }
    }
  }
  *written = stream.total_out;
  inflateEnd(&stream);
  return outcome;
}
