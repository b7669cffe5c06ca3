#include "CNcurses.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const int deadly[] = {SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP, SIGSYS};
static const int orders[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
static const int told[] = {SIGWINCH, SIGTSTP, SIGCONT};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define MOST_SIGNALS 65
// SIGSTKSZ is 8 KB, and a processor with wide registers saves more than that on the way in.
#define HANDLER_STACK (64 * 1024)

static struct {
  volatile sig_atomic_t armed;
  int terminal;
  int pipe;
  struct termios modes;
  char restore[512];
  volatile size_t length;
  volatile sig_atomic_t unheard;
  struct sigaction before[MOST_SIGNALS];
} guard;

// Only what POSIX lists as async-signal-safe: write, poll, tcflush, tcsetattr, sigaction, raise.
static void give_back(void) {
  if (!guard.armed) return;
  guard.armed = 0;
  size_t done = 0;
  for (int tries = 0; done < guard.length && tries < 100; tries++) {
    ssize_t count = write(guard.terminal, guard.restore + done, guard.length - done);
    if (count > 0) done += (size_t)count;
    else if (errno == EAGAIN) {
      // Either another thread is in the middle of a write and needs a moment to leave it, or the
      // terminal takes nothing. That must not keep the process from dying: after 40 ms what waits
      // there gives way, ours included, and after 200 ms the modes have to do.
      if (tries >= 20) {
        tcflush(guard.terminal, TCOFLUSH);
        done = 0;
      }
      poll(NULL, 0, 2);
    } else if (errno != EINTR) break;
  }
  tcsetattr(guard.terminal, TCSANOW, &guard.modes);
}

static void die(int signal) {
  give_back();
  // Not what was there before us: Swift's backtracer would wait at a prompt of its own.
  struct sigaction standard;
  memset(&standard, 0, sizeof standard);
  standard.sa_handler = SIG_DFL;
  sigaction(signal, &standard, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  raise(signal);
}

static void tell(int signal) {
  int saved = errno;
  unsigned char number = (unsigned char)signal;
  // Full means that many are waiting there already: one more says nothing new.
  ssize_t ignored = write(guard.pipe, &number, 1);
  (void)ignored;
  errno = saved;
}

static void order(int signal) {
  if (guard.unheard) die(signal);
  guard.unheard = 1;
  tell(signal);
}

static void catch(int signal, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigfillset(&action.sa_mask);
  sigaction(signal, &action, &guard.before[signal]);
}

void terminal_guard_cover_thread(void) {
  static _Thread_local int covered;
  if (covered) return;
  covered = 1;
  stack_t stack;
  memset(&stack, 0, sizeof stack);
  if ((stack.ss_sp = malloc(HANDLER_STACK)) == NULL) return;
  stack.ss_size = HANDLER_STACK;
  sigaltstack(&stack, NULL);
}

void terminal_guard_arm(int terminal, int pipe, const struct termios *modes) {
  guard.terminal = terminal;
  guard.pipe = pipe;
  guard.modes = *modes;
  guard.length = 0;
  guard.unheard = 0;
  guard.armed = 1;
  terminal_guard_cover_thread();
  for (size_t i = 0; i < COUNT(deadly); i++) catch(deadly[i], die, SA_ONSTACK);
  for (size_t i = 0; i < COUNT(orders); i++) catch(orders[i], order, SA_ONSTACK | SA_RESTART);
  for (size_t i = 0; i < COUNT(told); i++) catch(told[i], tell, SA_ONSTACK | SA_RESTART);
}

void terminal_guard_set_restore(const char *restore, size_t length) {
  if (length > sizeof guard.restore) length = sizeof guard.restore;
  guard.length = 0;
  memcpy(guard.restore, restore, length);
  guard.length = length;
}

void terminal_guard_stop(void) {
  struct sigaction ignored, standard, stop, go_on;
  memset(&ignored, 0, sizeof ignored);
  ignored.sa_handler = SIG_IGN;
  memset(&standard, 0, sizeof standard);
  standard.sa_handler = SIG_DFL;
  // Going on is known here when raise() returns: nobody else has to be told.
  sigaction(SIGCONT, &standard, &go_on);
  // First the others; then ourselves by raise(), which does not return before it has happened.
  sigaction(SIGTSTP, &ignored, &stop);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &standard, NULL);
  // The main actor may run on a worker of dispatch, and those have signals blocked.
  sigset_t set, before;
  sigemptyset(&set);
  sigaddset(&set, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &set, &before);
  raise(SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  sigaction(SIGTSTP, &stop, NULL);
  sigaction(SIGCONT, &go_on, NULL);
}

void terminal_guard_disarm(void) {
  if (!guard.armed) return;
  guard.armed = 0;
  for (size_t i = 0; i < COUNT(deadly); i++) sigaction(deadly[i], &guard.before[deadly[i]], NULL);
  for (size_t i = 0; i < COUNT(orders); i++) sigaction(orders[i], &guard.before[orders[i]], NULL);
  for (size_t i = 0; i < COUNT(told); i++) sigaction(told[i], &guard.before[told[i]], NULL);
}
