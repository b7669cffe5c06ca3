#include "CMariaDB.h"

#include <stddef.h>

int frontdesk_mariadb_begin(void) {
  // A macro in the header, which Swift cannot call.
  return mysql_library_init(0, NULL, NULL);
}
