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

  /// Puts a text where the terminal pastes from (OSC 52); a terminal that does not allow it does
  /// nothing.
  func copy(_ text: String)

  /// Calls somebody who looks elsewhere.
  func call(_ call: TerminalCall)

  /// Names the window; the name that it had before comes back with `suspend` and `restore`.
  func entitle(_ title: DisplayText)

  /// Gives the terminal to the shell (`^Z`); returns after `fg`.
  func suspend()

  /// Gives the terminal back for good. Safe to call twice.
  func restore()
}

package enum TerminalCall: Hashable, Sendable {
  case bell
  /// Words that the system shows, where the terminal knows how (OSC 9); nobody's name is in them.
  case words(String)
}

package enum TerminalInput: Hashable, Sendable {
  case key(KeyPress)
  case resized(Size)
  /// The screen was somebody else's meanwhile: everything has been repainted.
  case resumed
  /// The terminal is gone or somebody asked the program to end (HUP, TERM).
  case ended(reason: String)
}
