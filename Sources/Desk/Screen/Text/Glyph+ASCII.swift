import LatinText

extension Glyph {
  /// The same place on a screen that knows only ASCII, as wide as before: Latin letters without
  /// their marks, lines and shades as near as ASCII comes, everything else `?`.
  var inASCII: [Glyph] {
    guard let base else { return [] }
    let plain = Glyph(base: Self.asciiBase(of: base), columns: 1)
    return columns == 2 ? [plain, .blank] : [plain]
  }

  /// A sign as near as ASCII comes; letters stay as they are written.
  var withASCIISign: Glyph {
    guard let base, columns == 1, !base.properties.isAlphabetic, let known = Self.substitutes[base]
    else { return self }
    return Glyph(base: known, columns: 1)
  }

  private static func asciiBase(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    if let known = LatinLetters.plain[scalar] ?? substitutes[scalar] { return known }
    var letter = scalar
    while let parts = LatinLetters.parts(of: letter) { letter = parts.base }
    return substitutes[letter] ?? "?"
  }

  private static let substitutes: [Unicode.Scalar: Unicode.Scalar] = {
    let rows: [(characters: String, ascii: Unicode.Scalar)] = [
      ("ß", "s"), ("æ", "a"), ("Æ", "A"), ("œ", "o"), ("Œ", "O"), ("þ", "t"),
      ("…", "~"), ("‘’‚′`", "'"), ("“”„″", "\""), ("–—‐‑−", "-"), ("·•∙▪▫■□", "*"),
      ("─━╌╍═╴╶", "-"), ("│┃╎╏║╵╷▏▕", "|"), ("┌┐└┘├┤┬┴┼╭╮╯╰╔╗╚╝┏┓┗┛", "+"),
      ("▸►▶→⇒›»", ">"), ("◂◄◀←‹«", "<"), ("↑▲△▴", "^"), ("↓▼▽▾", "v"),
      ("✓✔", "v"), ("✗✘×", "x"), ("░▒▓", ":"), ("█▀▄▌▐▰", "#"), ("▱", "."), ("＝", "="), ("＠", "@"),
      ("＋", "+"), ("－", "-"), ("₫", "d"), ("€", "E"),
      ("⚠", "!"), ("∅", "0"), ("◷", "L"), ("✎", "*"), ("↻", "~"), ("♥♡❤", "*"), ("★☆", "*"),
      ("○◦◯", "o"), ("●◉", "@"), ("⏎", "<"),
    ]
    var result: [Unicode.Scalar: Unicode.Scalar] = [:]
    for row in rows {
      for scalar in row.characters.unicodeScalars { result[scalar] = row.ascii }
    }
    return result
  }()
}

extension DisplayText {
  /// As a terminal without Unicode shows it; the same number of columns.
  package var inASCII: DisplayText { DisplayText(glyphs: glyphs.flatMap(\.inASCII)) }
}
