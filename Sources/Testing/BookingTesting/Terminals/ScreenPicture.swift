/// What a terminal shows: text, and how it looks.
package struct ScreenPicture: Hashable, Sendable, CustomStringConvertible {
  /// A piece of a line in which all text looks the same.
  package struct Run: Hashable, Sendable {
    package var text: String
    package let look: Look
  }

  /// How text looks, in the terminal's own terms.
  package struct Look: Hashable, Sendable {
    package enum Paint: Hashable, Sendable {
      case standard
      case indexed(Int)
      case rgb(Int, Int, Int)
    }

    package var foreground = Paint.standard
    package var background = Paint.standard
    /// The SGR numbers that are on, of 1 (bold) to 9 (struck out).
    package var attributes: Set<Int> = []

    package static let plain = Look()
  }

  /// From top to bottom, with trailing spaces.
  package let rows: [[Run]]

  /// From top to bottom, without trailing spaces.
  package var lines: [String] {
    rows.map { row in
      var line = row.map(\.text).joined()[...]
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  package var text: String { lines.joined(separator: "\n") }
  package var description: String { text }

  package func contains(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  /// The lines with this text in them.
  package func lines(with text: String) -> [String] { lines.filter { $0.contains(text) } }

  /// Whether anything on it has a colour of its own.
  package var isColoured: Bool {
    rows.joined().contains { $0.look.foreground != .standard || $0.look.background != .standard }
  }
}

extension ScreenPicture {
  /// Reads what tmux's `capture-pane -e` prints: text with SGR sequences (ECMA-48, 8.3.117), whose
  /// effect lasts over the end of a line.
  init(captured lines: [String]) {
    var look = Look.plain
    rows = lines.map { line in
      var row: [Run] = []
      var scalars = line.unicodeScalars[...]
      var text = ""
      func end(_ row: inout [Run], _ text: inout String) {
        if !text.isEmpty { row.append(Run(text: text, look: look)) }
        text = ""
      }
      while let scalar = scalars.popFirst() {
        switch scalar {
        case "\u{1B}" where scalars.first == "[":
          end(&row, &text)
          scalars.removeFirst()
          let parameters = scalars.prefix { $0 != "m" }
          scalars = scalars.dropFirst(parameters.count + 1)
          look.apply(String(parameters))
        case "\u{0E}", "\u{0F}":
          // tmux switches the character set for line drawing; the text says the same without.
          break
        default:
          text.unicodeScalars.append(scalar)
        }
      }
      end(&row, &text)
      return row
    }
  }
}

extension ScreenPicture.Look {
  /// One `CSI … m`, its parameters between.
  mutating func apply(_ parameters: String) {
    var numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0.prefix { $0 != ":" }) ?? 0 }[...]
    while let number = numbers.popFirst() {
      switch number {
      case 0: self = .plain
      case 1...9: attributes.insert(number)
      case 22: attributes.subtract([1, 2])
      case 23...29: attributes.remove(number - 20)
      case 30...37: foreground = .indexed(number - 30)
      case 38: foreground = Self.paint(&numbers)
      case 39: foreground = .standard
      case 40...47: background = .indexed(number - 40)
      case 48: background = Self.paint(&numbers)
      case 49: background = .standard
      case 90...97: foreground = .indexed(number - 82)
      case 100...107: background = .indexed(number - 92)
      default: break
      }
    }
  }

  private static func paint(_ numbers: inout ArraySlice<Int>) -> Paint {
    switch numbers.popFirst() {
    case 5: return .indexed(numbers.popFirst() ?? 0)
    case 2:
      let red = numbers.popFirst() ?? 0
      let green = numbers.popFirst() ?? 0
      return .rgb(red, green, numbers.popFirst() ?? 0)
    default: return .standard
    }
  }
}
