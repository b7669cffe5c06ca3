extension Frame {
  /// The rows as text, without styles and without blanks at their ends: how tests compare screens.
  package var rows: [String] {
    (0..<size.rows).map { number in
      var text = row(number).reduce(into: "") { $0 += $1.text }
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  package var text: String { rows.joined(separator: "\n") }

  /// The screen as letters, one a cell, each naming the cell's style; `.` is the plain one.
  package func styleRows(_ letter: (Style) -> Character) -> [String] {
    (0..<size.rows).map { number in String(row(number).map { letter($0.style) }) }
  }

  /// The text, then the same screen with a letter a style (in order of appearance, `.` the plain
  /// one), then what the letters stand for.
  package var styledText: String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    var letters: [Style: Character] = [.plain: "."]
    var legend: [String] = []
    let grid = styleRows { style in
      if let known = letters[style] { return known }
      let next = legend.count < alphabet.count ? alphabet[legend.count] : "#"
      letters[style] = next
      legend.append("\(next) \(style)")
      return next
    }
    return ([text] + grid + legend).joined(separator: "\n")
  }
}
