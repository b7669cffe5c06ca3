import CNcurses
import Glibc

/// How the terminal's driver treats keys and output: as the shell left it, and as the console needs it.
struct LineModes {
  let original: termios

  init(of terminal: Int32) throws {
    var modes = termios()
    guard tcgetattr(terminal, &modes) == 0 else { throw TerminalProblem.notATerminal }
    original = modes
  }

  /// Every key comes as it is, at once and unseen: `^C`, `^S` and `^Z` are keys like others.
  func enterConsole(_ terminal: Int32) {
    var modes = original
    modes.c_iflag &= ~tcflag_t(BRKINT | ICRNL | IGNCR | INLCR | INPCK | ISTRIP | IXON)
    modes.c_oflag &= ~tcflag_t(OPOST)
    modes.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | IEXTEN | ISIG)
    modes.c_cc.6 = 1  // VMIN
    modes.c_cc.5 = 0  // VTIME
    tcsetattr(terminal, TCSANOW, &modes)
  }

  func leaveConsole(_ terminal: Int32) {
    var modes = original
    tcsetattr(terminal, TCSANOW, &modes)
  }
}
