#ifndef FRONTDESK_CEPOLL_H
#define FRONTDESK_CEPOLL_H

// What Swift's Glibc leaves out.
#include <stdbool.h>
#include <stddef.h>
#include <sys/epoll.h>

/// Whether `part` stands in `bytes`.
bool frontdesk_contains(const void *bytes, size_t length, const void *part, size_t part_length);

#endif
