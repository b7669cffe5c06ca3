import Screen

/// A screen as a drawing that a web page can show: README's picture.
extension ScreenPicture {
  /// Size of a cell in the drawing's units; most fixed fonts are 0.6 as wide as they are high.
  private static let cell = (width: 8.4, height: 18.0, font: 14.0)
  private static let margin = 12.0

  /// - Parameter columns: of the terminal; rows are as wide although their text may end earlier.
  package func svg(columns: Int, title: String) -> String {
    let width = Double(columns) * Self.cell.width + 2 * Self.margin
    let height = Double(rows.count) * Self.cell.height + 2 * Self.margin
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(short(width)) \(short(height))" \
      font-family="ui-monospace, 'DejaVu Sans Mono', 'Liberation Mono', monospace" \
      font-size="\(short(Self.cell.font))" role="img">
      """,
      "<title>\(escaped(title))</title>",
      """
      <rect width="100%" height="100%" rx="8" fill="\(Palette.background)"/>
      """,
    ]
    for (row, runs) in rows.enumerated() {
      var column = 0
      for run in runs {
        let width = DisplayText(run.text).columns
        lines += drawing(of: run, at: column, row, columns: width)
        column += width
      }
    }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  private func drawing(of run: Run, at column: Int, _ row: Int, columns: Int) -> [String] {
    let x = short(Self.margin + Double(column) * Self.cell.width)
    let top = Self.margin + Double(row) * Self.cell.height
    let width = short(Double(columns) * Self.cell.width)
    let colours = run.look.colours
    var lines: [String] = []
    if let background = colours.background {
      lines.append(
        """
        <rect x="\(x)" y="\(short(top))" width="\(width)" height="\(short(Self.cell.height))" \
        fill="\(background)"/>
        """)
    }
    guard run.text.contains(where: { $0 != " " }) else { return lines }
    var style = ""
    if run.look.attributes.contains(1) { style += " font-weight=\"bold\"" }
    if run.look.attributes.contains(2) { style += " opacity=\"0.6\"" }
    if run.look.attributes.contains(3) { style += " font-style=\"italic\"" }
    if run.look.attributes.contains(4) { style += " text-decoration=\"underline\"" }
    lines.append(
      """
      <text x="\(x)" y="\(short(top + 0.75 * Self.cell.height))" textLength="\(width)" \
      lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="\(colours.foreground)"\(style)>\
      \(escaped(run.text))</text>
      """)
    return lines
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private func short(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

extension ScreenPicture.Look {
  /// What is painted; no background where it is the terminal's own.
  fileprivate var colours: (foreground: String, background: String?) {
    var ink = foreground == .standard ? Palette.foreground : Palette.hex(foreground)
    var paper = background == .standard ? nil : Palette.hex(background)
    if attributes.contains(7) { (ink, paper) = (paper ?? Palette.background, ink) }
    return (ink, paper)
  }
}

/// The colours of a dark terminal.
private enum Palette {
  static let foreground = "#d4d4d4"
  static let background = "#16181d"

  /// The sixteen named ones: softer than xterm's, so that they can be looked at on a page.
  private static let first16 = [
    "#2e3436", "#cc4b4b", "#5a9e5a", "#c4a000", "#4f7fbf", "#8f6a9f", "#3f9f9f", "#d3d7cf",
    "#707577", "#ef6b6b", "#8ae28a", "#fce94f", "#82afef", "#bd8fca", "#5fd7d7", "#eeeeec",
  ]

  static func hex(_ paint: ScreenPicture.Look.Paint) -> String {
    switch paint {
    case .standard: foreground
    case .indexed(let number): hex(indexed: number)
    case .rgb(let red, let green, let blue): hex(red, green, blue)
    }
  }

  /// 16 to 231 are a cube of six steps a side, the rest is grey.
  private static func hex(indexed number: Int) -> String {
    if first16.indices.contains(number) { return first16[number] }
    if number >= 232 {
      let grey = 8 + (number - 232) * 10
      return hex(grey, grey, grey)
    }
    func step(_ value: Int) -> Int { value == 0 ? 0 : 55 + value * 40 }
    let place = number - 16
    return hex(step(place / 36), step(place / 6 % 6), step(place % 6))
  }

  private static func hex(_ red: Int, _ green: Int, _ blue: Int) -> String {
    "#"
      + [red, green, blue].map { value in
        let digits = String(max(0, min(255, value)), radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }
}
