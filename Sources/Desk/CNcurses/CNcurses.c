#define _GNU_SOURCE
#include "CNcurses.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

int curses_colors(void) { return COLORS; }

int curses_has_flag(const char *name) { return tigetflag((char *)name) > 0; }

int curses_has_string(const char *name) {
  const char *value = tigetstr((char *)name);
  return value != NULL && value != (const char *)-1;
}

int curses_names_window(void) {
  if (curses_has_flag("XT")) return 1;
  const char *begin = tigetstr("tsl");
  return begin != NULL && begin != (const char *)-1 && begin[0] == '\033' && begin[1] == ']';
}

int memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

int quiet_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK); }

int columns_of(wchar_t character) { return wcwidth(character); }
