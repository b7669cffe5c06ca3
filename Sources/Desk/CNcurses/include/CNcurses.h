// ncurses for Swift: what Swift cannot import from <curses.h>, and the handler that gives the
// terminal back when the process dies.
#ifndef FRONTDESK_CNCURSES_H
#define FRONTDESK_CNCURSES_H

#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>
#include <stddef.h>
#include <termios.h>

// A_* are macros with casts, which Swift does not see.
static const attr_t curses_bold = A_BOLD;
static const attr_t curses_dim = A_DIM;
static const attr_t curses_italic = A_ITALIC;
static const attr_t curses_underline = A_UNDERLINE;
static const attr_t curses_reverse = A_REVERSE;
static const attr_t curses_blink = A_BLINK;

// COLORS is a variable of the library; this reads it after start_color().
int curses_colors(void);

// Whether the terminal's description has this flag or this string; `term.h` is all macros.
int curses_has_flag(const char *name);
int curses_has_string(const char *name);
// Whether the terminal has a window that is named as xterm's is: the flag `XT`, or an operating
// system command where other terminals write to their status line.
int curses_names_window(void);

// Three calls of glibc that its Swift module leaves out: an empty file in memory, a pipe that neither
// blocks nor is handed to children, and the columns of a character as ncurses sees them.
int memory_file(const char *name);
int quiet_pipe(int ends[2]);
int columns_of(wchar_t character);

// Gives the terminal back if the process dies by SIGSEGV, SIGABRT, SIGILL (a Swift trap), SIGBUS,
// SIGFPE, SIGTRAP or SIGSYS: writes `restore` to `terminal`, sets `modes`, then dies of the same
// signal. SIGHUP, SIGINT, SIGQUIT and SIGTERM write their number into `pipe` instead, so that the
// program ends in order; one that does not listen is ended by the second of them. SIGWINCH, SIGTSTP
// and SIGCONT only go into the pipe. Call it once, before newterm(), which leaves signals alone that
// have a handler. The bytes are copied; past 512 they are cut off, and no terminal's are that long.
void terminal_guard_arm(int terminal, int pipe, const struct termios *modes);
// A stack that has run over leaves no room for a handler on it, so a thread needs another one for
// that. Cheap after its first call in a thread; the main actor may change threads.
void terminal_guard_cover_thread(void);
void terminal_guard_set_restore(const char *restore, size_t length);
// Stops this process and all that were started with it, as ^Z does elsewhere; returns when it goes on.
void terminal_guard_stop(void);
// Puts the handlers back that were there before.
void terminal_guard_disarm(void);

#endif
