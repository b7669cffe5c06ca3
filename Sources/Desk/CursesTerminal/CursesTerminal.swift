import CNcurses
import Glibc
import Screen

/// The real terminal. Frames go out through ncurses and a thread that writes as fast as the terminal
/// takes it; keys, resizes and signals come back through the same thread.
@MainActor
package final class CursesTerminal: Terminal {
  package let capabilities: TerminalCapabilities
  package let input: AsyncStream<TerminalInput>
  /// Something the person should know about how the terminal was opened.
  package let notice: String?
  /// Bytes sent for the frame painted last.
  package private(set) var lastFrameBytes = 0

  private let line: TerminalLine
  private let modes: LineModes
  private let painter: CursesPainter
  private let continuation: AsyncStream<TerminalInput>.Continuation
  private var shown: (frame: Frame, cursor: Point?)?
  private var waiting: (frame: Frame, cursor: Point?)?
  private var title: DisplayText?
  private var isRestored = false

  /// Takes the terminal over. Throws `TerminalProblem`.
  package init(_ options: TerminalOptions) throws {
    guard isatty(options.input) == 1, isatty(options.output) == 1 else {
      throw TerminalProblem.notATerminal
    }
    let isUnicode = Self.setLocale(options)
    let (stream, continuation) = AsyncStream<TerminalInput>.makeStream(
      bufferingPolicy: .bufferingOldest(Self.mostUnheard))
    let here = Weakly<CursesTerminal>()
    line = try TerminalLine(
      output: options.output,
      events: .init(
        input: { continuation.yield($0) },
        drained: { Task { @MainActor in here.value?.paintWaiting() } },
        continued: { Task { @MainActor in here.value?.comeBack() } }))
    modes = try LineModes(of: line.terminal)
    var original = modes.original
    terminal_guard_arm(line.terminal, line.wakeUp, &original)
    do {
      (painter, notice) = try Self.painter(options, size: line.size, isUnicode: isUnicode)
      try line.start()
    } catch {
      terminal_guard_disarm()
      throw error
    }
    painter.restoreBytes.withUnsafeBytes {
      terminal_guard_set_restore($0.baseAddress, $0.count)
    }
    capabilities = TerminalCapabilities(colors: painter.depth, isUnicode: isUnicode)
    input = stream
    self.continuation = continuation
    modes.enterConsole(line.terminal)
    here.value = self
  }

  /// What the terminal can do, without taking it over; once in a process, since ncurses is one.
  /// - Throws: `TerminalProblem`.
  package static func survey(_ options: TerminalOptions) throws -> TerminalSurvey {
    let isUnicode = setLocale(options)
    let line = try TerminalLine(
      output: options.output, events: .init(input: { _ in }, drained: {}, continued: {}))
    let (painter, notice) = try painter(options, size: line.size, isUnicode: isUnicode)
    return TerminalSurvey(
      capabilities: TerminalCapabilities(colors: painter.depth, isUnicode: isUnicode),
      size: line.size, notice: notice)
  }

  /// Keys that nobody has taken yet; more than a person types while a program hangs. Later ones are
  /// dropped.
  private static let mostUnheard = 4096

  package var size: Size { line.size }

  package func paint(_ frame: Frame, cursor: Point?) {
    guard !isRestored else { return }
    guard line.isIdle else {
      // The terminal has not taken the last one yet: the newest replaces what waits.
      if waiting == nil { line.tellWhenDrained() }
      waiting = (frame, cursor)
      return
    }
    terminal_guard_cover_thread()
    let size = line.size
    if size != painter.size { painter.resize(to: size) }
    let bytes = painter.bytes(for: frame, cursor: cursor)
    shown = (frame, cursor)
    lastFrameBytes = bytes.count
    line.write(bytes)
  }

  package func repaint() {
    guard !isRestored else { return }
    painter.resize(to: line.size)
  }

  /// Whether the terminal has taken everything that was painted.
  package var isDrained: Bool { line.isIdle && waiting == nil }

  private func paintWaiting() {
    guard let (frame, cursor) = waiting else { return }
    waiting = nil
    paint(frame, cursor: cursor)
  }

  package func copy(_ text: String) {
    guard !isRestored else { return }
    line.write(ControlString.copying(text))
  }

  package func call(_ call: TerminalCall) {
    guard !isRestored else { return }
    switch call {
    case .bell: line.write([0x07])
    case .words(let words): line.write(ControlString.telling(words))
    }
  }

  package func entitle(_ title: DisplayText) {
    guard !isRestored, painter.hasTitle else { return }
    self.title = title
    line.write(ControlString.titling(capabilities.isUnicode ? title : title.inASCII))
  }

  package func suspend() {
    guard !isRestored else { return }
    leave()
    terminal_guard_stop()
    comeBack()
  }

  /// Back from the shell: modes, and the newest picture painted whole.
  private func comeBack() {
    guard !isRestored else { return }
    modes.enterConsole(line.terminal)
    painter.resize(to: line.size)
    if let (frame, cursor) = waiting ?? shown { paint(frame, cursor: cursor) }
    if let title { entitle(title) }
    // The window may have another size by now, and whoever was stopped heard nothing of it.
    continuation.yield(.resized(line.size))
    continuation.yield(.resumed)
  }

  package func restore() {
    guard !isRestored else { return }
    leave()
    isRestored = true
    terminal_guard_disarm()
    line.stop()
    continuation.finish()
  }

  private func leave() {
    // A terminal that has stalled is not waited for longer than this: the picture under way gives
    // way to the few bytes that matter.
    if !line.flush(milliseconds: 300) { line.discard() }
    line.write(painter.leaveBytes())
    if !line.flush(milliseconds: 100) { line.discard() }
    modes.leaveConsole(line.terminal)
  }

  /// The first description that the machine has, and a word to the person if it is a makeshift.
  private static func painter(
    _ options: TerminalOptions, size: Size, isUnicode: Bool
  ) throws -> (CursesPainter, String?) {
    for type in options.types {
      guard
        let painter = try? CursesPainter(
          type: type, size: size, options: options, isUnicode: isUnicode)
      else { continue }
      let named = options.type ?? ""
      if type.hasPrefix(named), !named.isEmpty { return (painter, nil) }
      let name = DisplayText(named).truncated(to: 40)
      let start =
        named.isEmpty
        ? "TERM is not set" : "This machine does not know the terminal \"\(name)\" (TERM)"
      return (painter, "\(start): drawing as on \(type).")
    }
    throw TerminalProblem.unknownType(options.type)
  }

  /// Makes the C library, and with it ncurses, speak UTF-8 or ASCII. Returns whether it is UTF-8.
  private static func setLocale(_ options: TerminalOptions) -> Bool {
    if options.wantsUnicode {
      for name in [options.locale, "C.UTF-8"].compactMap({ $0 }) where !name.isEmpty {
        if setlocale(LC_CTYPE, name) != nil, speaksUTF8 { return true }
      }
    }
    setlocale(LC_CTYPE, "C")
    return false
  }

  /// Whether the euro sign is three bytes.
  private static var speaksUTF8: Bool {
    var bytes = [CChar](repeating: 0, count: 16)
    return wctomb(&bytes, 0x20AC) == 3
  }
}

/// What a terminal was found to be.
package struct TerminalSurvey: Sendable {
  package let capabilities: TerminalCapabilities
  package let size: Size
  /// Something the person should know about how it would be opened.
  package let notice: String?
}

/// Breaks the circle of a terminal and its own thread's events.
@MainActor
private final class Weakly<Value: AnyObject> {
  weak var value: Value?
}
