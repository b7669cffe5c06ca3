import CNcurses
import Glibc
import Screen

/// Frames to the bytes that show them, by way of ncurses, which knows the terminal's language and
/// sends only what differs. ncurses is one for the whole process: there is one painter in it.
@MainActor
final class CursesPainter {
  let depth: TerminalCapabilities.ColorDepth
  /// The bytes that give the terminal back as it was found.
  let restoreBytes: [UInt8]
  private(set) var size: Size

  /// Whether its window can be named as xterm's is.
  let hasTitle: Bool

  private let output: MemoryOutput
  private let isUnicode: Bool
  /// On the Linux console a direction mark is a box of its own.
  private let marksDirection: Bool
  /// Whether the terminal knows how to go to a column of the row that it is in, as ECMA-48 says it.
  private let goesToColumns: Bool
  private let modesOn: [UInt8]
  private let modesOff: [UInt8]
  /// The screen is the shell's: the modes have to be asked for again.
  private var isAway = true
  private var window: UnsafeMutablePointer<WINDOW>
  private var painted: Frame?
  private var cells: [cchar_t] = []

  /// Asks for ASCII in place of line drawing, for bracketed paste, and for the mouse in a form that
  /// counts past column 223.
  private static let enter = "\u{1B}(B\u{1B}[?2004h\u{1B}[?1000h\u{1B}[?1006h"
  private static let leave = "\u{1B}[?1006l\u{1B}[?1000l\u{1B}[?2004l"

  /// `TerminalProblem.unknownType` when ncurses has no description called `type`.
  init(type: String, size: Size, options: TerminalOptions, isUnicode: Bool) throws {
    output = try MemoryOutput()
    // The size is the terminal's own, which ncurses does not see: not LINES and COLUMNS.
    use_env(false)
    var screen = newterm(type, output.file, output.file)
    if screen == nil {
      // A description without a size, such as that of `linux`, is taken only where ncurses may look
      // further for one. What it finds is replaced below.
      use_env(true)
      screen = newterm(type, output.file, output.file)
      use_env(false)
    }
    guard screen != nil, let window = newwin(0, 0, 0, 0) else {
      fclose(output.file)
      throw TerminalProblem.unknownType(type)
    }
    self.window = window
    self.isUnicode = isUnicode
    marksDirection = isUnicode && !type.hasPrefix("linux")
    self.size = size
    nonl()
    typeahead(-1)
    var available: Int32 = 0
    if start_color() == OK, use_default_colors() == OK { available = curses_colors() }
    depth = options.depth(available: Int(available))
    // Until it has left the screen once, ncurses flushes at every movement of the cursor; and what
    // it sends for leaving is what has to be sent if the program cannot.
    wrefresh(window)
    _ = output.take()
    endwin()
    goesToColumns = curses_has_string("hpa") != 0 && curses_has_string("cup") != 0
    let hasMouse = curses_has_string("kmous") != 0 || type.hasPrefix("xterm")
    hasTitle = options.namesWindow && curses_names_window() != 0
    modesOff =
      (hasMouse ? Array(Self.leave.utf8) : []) + (hasTitle ? ControlString.takeTitleBack : [])
    restoreBytes = modesOff + TerseOutput.bytes(output.take())
    modesOn = (hasMouse ? Array(Self.enter.utf8) : []) + (hasTitle ? ControlString.keepTitle : [])
    resize(to: size)
  }

  /// What turns the screen as it is into `frame`.
  func bytes(for frame: Frame, cursor: Point?) -> [UInt8] {
    let prefix = isAway ? modesOn : []
    isAway = false
    let shown = isUnicode ? frame : frame.inASCII
    paint(shown.changes(since: painted), of: shown)
    painted = shown
    place(cursor)
    wrefresh(window)
    return prefix
      + TerseOutput.bytes(output.take(), columns: goesToColumns ? size.columns : nil)
  }

  /// The screen was somebody else's, or has another size: the next frame is painted whole.
  func resize(to size: Size) {
    self.size = size
    resizeterm(Int32(size.rows), Int32(size.columns))
    delwin(window)
    if let new = newwin(Int32(size.rows), Int32(size.columns), 0, 0) { window = new }
    clearok(window, true)
    painted = nil
  }

  /// What gives the terminal back.
  func leaveBytes() -> [UInt8] {
    // A title that was never put aside is not taken back.
    let off = isAway ? [] : modesOff
    isAway = true
    curs_set(1)
    endwin()
    return off + TerseOutput.bytes(output.take())
  }

  private func place(_ cursor: Point?) {
    guard let cursor, Rect(size).contains(cursor) else {
      curs_set(0)
      leaveok(window, true)
      return
    }
    leaveok(window, false)
    curs_set(1)
    wmove(window, Int32(cursor.row), Int32(cursor.column))
  }

  private func paint(_ runs: [ChangedRun], of frame: Frame) {
    var written: (row: Int, cells: [WrittenCell]) = (-1, [])
    var rest = runs[...]
    while let first = rest.popFirst() {
      guard first.row < size.rows else { continue }
      if written.row != first.row {
        written = (first.row, WrittenCell.cells(of: frame.row(first.row)))
      }
      var columns = first.columns
      // Over a short gap ncurses writes what stands there, in the style that it has there.
      while let next = rest.first, next.row == first.row,
        WrittenCell.isShortGap(written.cells[columns.upperBound..<next.columns.lowerBound])
      {
        columns = columns.lowerBound..<next.columns.upperBound
        rest = rest.dropFirst()
      }
      paint(columns, first.row, of: written.cells)
    }
  }

  private func paint(_ columns: Range<Int>, _ row: Int, of written: [WrittenCell]) {
    guard columns.lowerBound < size.columns else { return }
    cells.removeAll(keepingCapacity: true)
    for column in columns.clamped(to: 0..<size.columns) {
      append(written[column].cell, written[column].style)
    }
    wmove(window, Int32(row), Int32(columns.lowerBound))
    wadd_wchnstr(window, cells, Int32(cells.count))
  }

  private func append(_ cell: Cell, _ style: Style) {
    guard let base = cell.glyph.base else { return }
    let style = style.reduced(to: depth)
    var characters: [wchar_t] = []
    cell.glyph.forEachScalar { characters.append(wchar_t($0.value)) }
    let columns = cell.glyph.columns
    // The system's idea of a width is what ncurses goes by. Where it is another than ours (a newer
    // character), the character would push its whole row: a question mark does not.
    if isUnicode, base.value >= 0x300, Int(columns_of(wchar_t(base.value))) != columns {
      characters = [wchar_t(UInt8(ascii: "?"))]
      add(characters, style)
      if columns == 2 { add([wchar_t(UInt8(ascii: " "))], style) }
      return
    }
    if marksDirection, cell.glyph.endsRightToLeft, characters.count < 5 {
      characters.append(0x200E)
    }
    add(characters, style)
  }

  private func add(_ characters: [wchar_t], _ style: Style) {
    func character(_ place: Int) -> wchar_t { place < characters.count ? characters[place] : 0 }
    cells.append(
      cchar_t(
        attr: attributes(style.attributes),
        chars: (character(0), character(1), character(2), character(3), character(4)),
        ext_color: pair(style)))
  }

  private func attributes(_ attributes: Attributes) -> attr_t {
    var result: attr_t = 0
    if attributes.contains(.bold) { result |= curses_bold }
    if attributes.contains(.dim) { result |= curses_dim }
    if attributes.contains(.italic) { result |= curses_italic }
    if attributes.contains(.underline) { result |= curses_underline }
    if attributes.contains(.reverse) { result |= curses_reverse }
    if attributes.contains(.blink) { result |= curses_blink }
    return result
  }

  /// Pair 0 is the terminal's own colours. When ncurses has no more pairs it takes back the one used
  /// longest ago, so a pair is asked for anew each time rather than remembered.
  private func pair(_ style: Style) -> Int32 {
    if style.foreground == .standard, style.background == .standard { return 0 }
    return max(0, alloc_pair(Self.number(style.foreground), Self.number(style.background)))
  }

  private static func number(_ color: Color) -> Int32 {
    switch color {
    case .standard: -1
    case .indexed(let number): Int32(number)
    case .rgb(let red, let green, let blue):
      Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
    }
  }
}
