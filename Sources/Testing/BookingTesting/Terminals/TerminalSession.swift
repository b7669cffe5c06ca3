import Foundation
import Glibc

/// A program in a real terminal of a fixed size, seen and used as a person would: keys go in, the
/// screen is looked at whenever it changes. The terminal is tmux's emulation.
package final class TerminalSession: Sendable {
  /// What the terminal is and what the program is told about it.
  package struct Setting: Sendable {
    package var columns = 120
    package var rows = 36
    /// `TERM`. tmux itself behaves as `tmux-256color` whatever the program is told.
    package var terminal = "tmux-256color"
    /// Added to what every program gets: `PATH`, a private `HOME`, a UTF-8 locale.
    package var environment: [String: String] = [:]

    package init(columns: Int = 120, rows: Int = 36) { (self.columns, self.rows) = (columns, rows) }
  }

  /// How the terminal was left to whoever uses it next.
  package struct Manners: Hashable, Sendable {
    package let isOnAlternateScreen: Bool
    package let isCursorVisible: Bool
    package let wantsMouse: Bool
    package let hasApplicationKeys: Bool
    /// Lines are edited and keys are echoed by the kernel, and signals come from keys.
    package let isCooked: Bool

    package static let restored = Manners(
      isOnAlternateScreen: false, isCursorVisible: true, wantsMouse: false,
      hasApplicationKeys: false, isCooked: true)
  }

  private let tmux: TmuxControl
  private let name: String

  /// - Parameter name: who sits here, for messages.
  package init(
    _ executable: String, _ arguments: [String] = [], as name: String,
    in setting: Setting = Setting()
  ) throws {
    self.name = name
    tmux = try TmuxControl(
      command: ["/bin/bash", "--norc", "--noprofile", "-c", Self.shell, "shell", executable]
        + arguments,
      columns: setting.columns, rows: setting.rows, terminal: setting.terminal,
      environment: setting.environment)
  }

  /// The shell in which the program runs: it keeps the terminal open after the program's end,
  /// prints how it ended, and after `^Z` brings it back to the foreground when a line is typed.
  private static let shell = """
    set -m
    "$@"
    status=$?
    while [ $status -eq 148 ]; do
      printf '\\n[suspended]\\n'
      read -r _
      fg >/dev/null
      status=$?
    done
    printf '\\n[ended with %d]\\n' $status
    read -r _
    """

  /// Presses keys one after the other: a single character, or a name as tmux spells it (`Enter`,
  /// `Escape`, `Up`, `PageDown`, `F12`, `C-l`).
  package func press(_ keys: String...) async throws {
    for key in keys {
      if key.count == 1 {
        try await type(key)
      } else {
        _ = try await tmux.ask("send-keys -t : \(key)")
      }
    }
  }

  /// Types text, character by character as its bytes are.
  package func type(_ text: String) async throws {
    let bytes = text.utf8.map { String($0, radix: 16) }.joined(separator: " ")
    _ = try await tmux.ask("send-keys -t : -H \(bytes)")
  }

  package func resize(columns: Int, rows: Int) async throws {
    _ = try await tmux.ask("resize-window -x \(columns) -y \(rows)")
  }

  /// The screen as it is at this moment.
  package var screen: ScreenPicture {
    get async throws {
      ScreenPicture(captured: try await tmux.ask("capture-pane -t : -p -e -N"))
    }
  }

  /// Waits until the screen shows something: looks again whenever the program has written.
  /// - Parameter what: for the message, should it never come.
  @discardableResult
  package func sees(
    _ what: String, within limit: Duration = .patience,
    where isThere: (ScreenPicture) -> Bool
  ) async throws -> ScreenPicture {
    let end = ContinuousClock.now + limit
    while true {
      let changes = tmux.talk.value.changes
      let screen = try await screen
      if isThere(screen) { return screen }
      do {
        try await tmux.talk.waits(for: what, within: end - .now) {
          $0.changes > changes ? true : nil
        }
      } catch is Overdue {
        throw Overdue(what: "\(what) on \(name)'s screen", limit: limit, instead: screen.text)
      }
    }
  }

  /// Waits until the screen contains all of these texts.
  @discardableResult
  package func sees(_ texts: String..., within limit: Duration = .patience) async throws
    -> ScreenPicture
  {
    try await sees(texts.joined(separator: ", "), within: limit) { screen in
      texts.allSatisfy(screen.contains)
    }
  }

  package var cursor: (column: Int, row: Int) {
    get async throws {
      let numbers = try await tell("#{cursor_x} #{cursor_y}").split(separator: " ").map { Int($0) }
      guard numbers.count == 2, let column = numbers[0], let row = numbers[1] else {
        throw TmuxRefusal(command: "cursor", words: "no two numbers")
      }
      return (column, row)
    }
  }

  /// Waits for the program's end and returns its exit status as a shell has it (a signal counts
  /// from 128).
  package func ended(within limit: Duration = .patience) async throws -> Int {
    let screen = try await sees("[ended with", within: limit)
    let line = screen.lines(with: "[ended with ").last ?? ""
    guard let status = Int(line.filter(\.isNumber)) else {
      throw Overdue(what: "exit status", limit: limit, instead: screen.text)
    }
    return status
  }

  package var manners: Manners {
    get async throws {
      let words = try await tell(
        "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{keypad_cursor_flag} #{pane_tty}"
      ).split(separator: " ").map(String.init)
      guard words.count == 5 else {
        throw TmuxRefusal(command: "manners", words: words.joined(separator: " "))
      }
      let modes = try await RunningProgram.run("stty", ["-a", "-F", words[4]])
        .output.split(whereSeparator: \.isWhitespace)
      return Manners(
        isOnAlternateScreen: words[0] == "1", isCursorVisible: words[1] == "1",
        wantsMouse: words[2] == "1", hasApplicationKeys: words[3] == "1",
        isCooked: ["icanon", "echo", "isig", "icrnl", "opost"].allSatisfy {
          modes.contains(Substring($0))
        })
    }
  }

  /// The program's process, for signals and for what `/proc` tells of it.
  package var process: pid_t {
    get async throws {
      let shell = try await tell("#{pane_pid}")
      let children = try String(
        contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
      guard let pid = children.split(separator: " ").first.flatMap({ pid_t($0) }) else {
        throw SystemFailure("find the program in the terminal", ESRCH)
      }
      return pid
    }
  }

  package func signal(_ signal: Int32) async throws { kill(try await process, signal) }

  /// Closes the window: what runs in it is hung up on.
  package func close() async { await tmux.stop() }

  private func tell(_ format: String) async throws -> String {
    try await tmux.ask("display-message -p '\(format)'").first ?? ""
  }
}
