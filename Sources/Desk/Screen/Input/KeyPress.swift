/// One thing the person at the terminal did.
package enum KeyPress: Hashable, Sendable {
  case character(Character)
  case control(Character)
  case alt(Character)
  case enter
  case escape
  case tab
  case backTab
  case backspace
  case delete
  case insert
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  case function(Int)
  /// Text between the brackets of a bracketed paste, control characters already dropped.
  case paste(String)
  /// Characters that came all at once: a paste without brackets, a held key, or what was typed ahead
  /// on a line that hung.
  case burst(String)
  case mouse(Mouse)

  package struct Mouse: Hashable, Sendable {
    package enum Gesture: Hashable, Sendable {
      case press, release, doubleClick, scrollUp, scrollDown
    }

    package let action: Gesture
    package let at: Point

    package init(action: Gesture, at: Point) { (self.action, self.at) = (action, at) }
  }
}
