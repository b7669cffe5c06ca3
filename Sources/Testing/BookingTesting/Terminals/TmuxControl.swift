import Glibc
import Synchronization

/// A private tmux server with one pane, spoken to in control mode (tmux(1), CONTROL MODE): every
/// command is answered between `%begin` and `%end`, and every output of the pane is announced.
final class TmuxControl: Sendable {
  /// What tmux has told so far.
  struct Talk: Sendable, CustomStringConvertible {
    /// Counts announcements that the pane may look different now.
    fileprivate(set) var changes = 0
    /// Whether there is a pane. tmux refuses commands that it reads before it has made one.
    fileprivate var hasSession = false
    /// Answers that nobody has taken yet, by number of the command, from 0.
    fileprivate var answers: [Int: Answer] = [:]
    fileprivate var answered = 0

    var description: String { "\(changes) changes of the pane, \(answered) answers" }
  }

  struct Answer: Sendable {
    let isError: Bool
    let lines: [String]
  }

  private let program: RunningProgram
  let talk: Watched<Talk>
  /// Commands given so far. The lock is held while a command is written, so that the order of
  /// numbers is the order of commands.
  private let given = Mutex(0)

  /// Starts tmux with `command` in a pane of this size. The pane's program sees `environment`.
  init(
    command: [String], columns: Int, rows: Int, terminal: String,
    environment: [String: String]
  ) throws {
    let directory = try TestRun.privateDirectory("tmux")
    var arguments = ["-S", "\(directory)/socket", "-f", "/dev/null", "-u", "-C"]
    for (name, value) in [
      ("status", "off"), ("escape-time", "0"), ("default-terminal", terminal),
      ("destroy-unattached", "on"), ("remain-on-exit", "on"),
      ("history-limit", "0"),
    ] {
      arguments += ["set-option", "-g", name, value, ";"]
    }
    arguments += ["new-session", "-x", "\(columns)", "-y", "\(rows)"]
    for (name, value) in environment { arguments += ["-e", "\(name)=\(value)"] }
    let talk = Watched(Talk())
    let reading = Mutex(Reading())
    self.talk = talk
    // tmux also passes its own environment on, so that it gets only what a program needs.
    program = try RunningProgram(
      "tmux", arguments + ["--"] + command,
      environment: [
        "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin",
        "HOME": directory, "SHELL": "/bin/sh", "LC_ALL": "C.UTF-8",
      ],
      hearing: { piece in
        let news = reading.withLock { $0.read(piece) }
        talk.change { $0.add(news) }
      })
  }

  /// Carries out one tmux command and returns what it printed.
  func ask(_ command: String) async throws -> [String] {
    try await talk.waits(for: "tmux's pane") { $0.hasSession ? true : nil }
    let number = given.withLock { given in
      program.write(command + "\n")
      given += 1
      return given - 1
    }
    let answer = try await talk.waits(for: "answer of tmux to \(command)") { $0.answers[number] }
    talk.change { $0.answers[number] = nil }
    guard !answer.isError else {
      throw TmuxRefusal(command: command, words: answer.lines.joined(separator: "\n"))
    }
    return answer.lines
  }

  /// Ends tmux, which hangs up on the program in the pane as a closed window would.
  func stop() async { await program.stop() }

  fileprivate struct News {
    var changes = 0
    var hasSession = false
    var answers: [Answer] = []
  }

  /// Reads tmux's lines as they come.
  private struct Reading {
    private var unfinished = ""
    /// `%begin`'s time, number and flags, which `%end` repeats, and the lines in between.
    private var block: (mark: Substring, lines: [String])?

    mutating func read(_ piece: String) -> News {
      var news = News()
      // CR and LF are one character to Swift where they meet, so lines are cut in the bytes.
      var lines = (unfinished + piece).utf8.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      unfinished = lines.popLast().map { String($0) ?? "" } ?? ""
      for line in lines { read(line: String(line) ?? "", &news) }
      return news
    }

    private mutating func read(line: String, _ news: inout News) {
      let words = line.split(separator: " ", maxSplits: 1)
      let (word, rest) = (words.first ?? "", words.dropFirst().first ?? "")
      if let open = block {
        guard word == "%end" || word == "%error", rest == open.mark else {
          block?.lines.append(line)
          return
        }
        block = nil
        // Flag 0 marks the commands of the command line, which nobody waits for.
        guard rest.hasSuffix(" 1") else { return }
        news.answers.append(Answer(isError: word == "%error", lines: open.lines))
      } else if word == "%begin" {
        block = (rest, [])
      } else if word == "%output" || word == "%layout-change" {
        news.changes += 1
      } else if word == "%session-changed" {
        news.hasSession = true
      }
    }
  }
}

extension TmuxControl.Talk {
  fileprivate mutating func add(_ news: TmuxControl.News) {
    changes += news.changes
    if news.hasSession { hasSession = true }
    for answer in news.answers {
      answers[answered] = answer
      answered += 1
    }
  }
}

struct TmuxRefusal: Error, CustomStringConvertible {
  let command: String
  let words: String
  var description: String { "tmux refused \(command): \(words)" }
}
