import CursesTerminal
import Glibc
import Screen

// A small program for the tests of `CursesTerminal`: paints what its argument says, shows what it
// hears, and dies on request. Keys are listed on the screen, newest last.

@MainActor
struct Probe {
  let terminal: CursesTerminal
  var heard: [DisplayText] = []

  /// What there is to paint, one frame after the other.
  mutating func show(_ scenario: String) async {
    for frame in frames(of: scenario) {
      terminal.paint(frame, cursor: nil)
      while !terminal.isDrained { await Task.yield() }
    }
  }

  mutating func listen() async {
    for await event in terminal.input {
      switch event {
      case .key(.character("q")): return
      case .key(.control("z")): terminal.suspend()
      case .key(.character("T")):
        let none: [Int] = []
        heard.append("\(none[heard.count])")
      case .key(.character("S")): raise(SIGSEGV)
      case .key(.character("A")): abort()
      case .key(.function(let number)) where number > 10:
        // Far more than a pseudo-terminal holds, for a reader that does not read.
        for count in 0..<100 { paint("flood \(count)", shade: count) }
        paint("<over>")
      case .ended(let reason):
        heard.append(DisplayText(reason))
        return
      default:
        heard.append("\(event)")
        paint("heard")
      }
    }
  }

  func paint(_ title: DisplayText, shade first: Int = 0) {
    var frame = Frame(terminal.size)
    let shades: [UInt8] = [17, 52, 22, 53, 94, 23, 60]
    for row in 0..<frame.size.rows {
      let shade = Color.indexed(shades[(row + first) % shades.count])
      frame.draw(
        row == 0 ? title + " " : "", at: Point(column: 0, row: row), columns: frame.size.columns,
        style: Style(foreground: .indexed(15), background: title == "heard" ? .standard : shade))
    }
    for (row, line) in heard.suffix(frame.size.rows - 1).enumerated() {
      frame.draw(line, at: Point(column: 0, row: row + 1))
    }
    terminal.paint(frame, cursor: Point(column: 0, row: 0))
  }

  private func frames(of scenario: String) -> [Frame] {
    let board = Self.board(terminal.size)
    var other = board
    switch scenario {
    case "blank": return [Frame(terminal.size)]
    case "board": return [board]
    case "idle": return Array(repeating: board, count: 100)
    case "cell":
      other.draw("x", at: Point(column: 40, row: 20), style: Style(foreground: .indexed(2)))
    case "booking":
      other.draw(
        "✓ Nguyễn Thị", at: Point(column: 33, row: 10), columns: 12,
        style: Style(foreground: .indexed(15), background: .indexed(22), attributes: .bold))
    case "clock":
      other.draw("10:02", at: Point(column: 110, row: 0), style: Style(attributes: .bold))
    case "hostile":
      let names = [
        "a\u{1B}]0;owned\u{7}b", "c\u{9B}2Jd", "e\rf\ng\u{8}h", "i\u{202E}j",
        "k" + String(repeating: "\u{301}", count: 300), "l\u{1B}[6n\u{5}m", "\u{90}q\u{9C}",
        "محمد علي", "李小龍", "👩‍👩‍👧🇻🇳❤️", "x\u{E0041}y\u{FFFE}z",
      ]
      other = Frame(terminal.size)
      for (row, name) in names.enumerated() {
        other.draw("\(row) [\(name)]", at: Point(column: 0, row: row))
      }
      return [other]
    default: return []
    }
    return [board, other]
  }

  /// Like a day at the desk: six therapists, lines between them, blocks of colour.
  private static func board(_ size: Size) -> Frame {
    var frame = Frame(size)
    let faint = Style(attributes: .dim)
    for row in 2..<(size.rows - 1) {
      frame.draw("\(9 + row / 4):\(row % 4 * 15)", at: Point(column: 0, row: row), style: faint)
      for column in stride(from: 6, to: size.columns, by: 19) {
        frame.draw("╎", at: Point(column: column, row: row), style: faint)
      }
    }
    for (index, column) in stride(from: 7, to: size.columns - 17, by: 19).enumerated() {
      frame.draw(
        "Therapist \(index + 1)", at: Point(column: column, row: 1), columns: 17,
        style: Style(attributes: .bold))
      for block in 0..<4 {
        let style = Style(
          foreground: .indexed(15), background: .indexed([25, 22, 237, 60][(index + block) % 4]))
        let top = 3 + block * 8
        let rect = Rect(column: column, row: top, columns: 18, rows: 5)
        frame.fill(rect, style: style)
        let names: [DisplayText] = ["Nguyễn Thị Hồng", "Trần Văn Minh", "李小龍", "Anna Berg"]
        frame.draw(
          names[(index * 3 + block) % 4], at: Point(column: column + 1, row: top), columns: 17,
          style: style)
        frame.draw(
          "\(9 + top / 4):00 Massage", at: Point(column: column + 1, row: top + 1), columns: 17,
          style: style)
      }
    }
    frame.draw("10:01", at: Point(column: 110, row: 0), style: Style(attributes: .bold))
    return frame
  }
}

func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

do {
  var options = TerminalOptions(
    type: variable("TERM"), locale: variable("LC_ALL"),
    color: TerminalOptions.ColorChoice(rawValue: variable("PROBE_COLOR") ?? "") ?? .auto,
    noColor: variable("NO_COLOR") != nil)
  options.colorTerm = variable("COLORTERM")
  let scenario = CommandLine.arguments.dropFirst().first ?? "heard"
  let terminal = try CursesTerminal(options)
  var probe = Probe(terminal: terminal)
  if scenario == "heard" {
    if let notice = terminal.notice { probe.heard.append(DisplayText(notice)) }
    probe.heard.append("\(terminal.capabilities)")
    probe.paint("heard")
    await probe.listen()
  } else {
    await probe.show(scenario)
  }
  terminal.restore()
  terminal.restore()
} catch {
  let text = Array("\(error)\n".utf8)
  write(2, text, text.count)
  exit(2)
}
