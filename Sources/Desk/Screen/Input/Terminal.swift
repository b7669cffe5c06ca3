/// Where frames go and key presses come from. `CursesTerminal` is the real one.
@MainActor
package protocol Terminal: AnyObject {
  var size: Size { get }
  var capabilities: TerminalCapabilities { get }

  /// Paints what differs from the frame painted before. `cursor` is where the real cursor rests
  /// (on the selected booking, for screen readers), nil hides it.
  func paint(_ frame: Frame, cursor: Point?)

  /// Forgets what was painted, so that the next frame is painted whole: another program wrote on
  /// the screen (`^L`).
  func repaint()

  /// Key presses, resizes and returns from suspension, in order.
  var input: AsyncStream<TerminalInput> { get }

  /// Gives the terminal to the shell (`^Z`); returns after `fg`.
  func suspend()

  /// Gives the terminal back for good. Safe to call twice.
  func restore()
}

package enum TerminalInput: Hashable, Sendable {
  case key(KeyPress)
  case resized(Size)
  /// The screen was somebody else's meanwhile: everything has been repainted.
  case resumed
  /// The terminal is gone or somebody asked the program to end (HUP, TERM).
  case ended(reason: String)
}

package struct TerminalCapabilities: Hashable, Sendable {
  package enum ColorDepth: Int, Comparable, Hashable, Sendable {
    case mono = 0
    case ansi8 = 8
    case ansi16 = 16
    case indexed256 = 256
    case direct = 16_777_216

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  package let colors: ColorDepth
  /// Whether anything beyond ASCII can be shown.
  package let isUnicode: Bool

  package init(colors: ColorDepth, isUnicode: Bool) {
    self.colors = colors
    self.isUnicode = isUnicode
  }
}
