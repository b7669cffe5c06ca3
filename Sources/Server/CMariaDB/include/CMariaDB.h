#ifndef FRONTDESK_CMARIADB_H
#define FRONTDESK_CMARIADB_H

#include <mariadb/mysql.h>

/// Begins the library's work; to be called once, before any connection is made, since the library
/// itself does not guard its first use against two threads.
/// - Returns: 0 where it succeeded.
int frontdesk_mariadb_begin(void);

#endif
