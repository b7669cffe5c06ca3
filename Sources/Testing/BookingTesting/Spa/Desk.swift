import Foundation

/// Somebody at the real console in a real terminal, in a spa.
package struct Desk: Sendable {
  /// The demo's accounts.
  package enum Person: String, Sendable {
    case reception, reception2, manager, therapist1, therapist2, customer1

    package var email: String { "\(rawValue)@demo.spa" }

    /// The flags that log this person in.
    package func login(at urls: String..., password: String = "demo") throws -> [String] {
      try login(at: urls, password: password)
    }

    package func login(at urls: [String], password: String = "demo") throws -> [String] {
      let file = "\(try TestRun.privateDirectory("login"))/password"
      try "\(password)\n".write(toFile: file, atomically: true, encoding: .utf8)
      return urls.flatMap { ["--server", $0] } + ["--user", email, "--password-file", file]
    }
  }

  package let terminal: TerminalSession
  package let person: Person
  package let way: Way

  package func press(_ keys: String...) async throws {
    for key in keys { try await terminal.press(key) }
  }

  /// Takes the last thing back: a key that is pressed right after somebody else's change only asks.
  package func takeBack(whatShows text: String) async throws {
    try await press("u")
    let screen = try await terminal.sees("\(text) gone, or to be asked again") {
      !$0.contains(text) || $0.contains("u once more")
    }
    if screen.contains(text) { try await press("u") }
  }

  /// Presses a key until it has an effect: a key that is pressed right after somebody else's change
  /// is ignored once, and a person then presses it again.
  package func insist(on key: String, until text: String) async throws {
    try await press(key)
    let screen = try await terminal.sees("\(text), or to be asked again") {
      $0.contains(text) || $0.contains("press again")
    }
    if screen.contains(text) { return }
    try await press(key)
    try await sees(text)
  }

  /// Waits for the live board with its day.
  package func isOpen(within limit: Duration = .patience) async throws {
    let word = way.linkWord
    try await terminal.sees("the live board", within: limit) {
      $0.contains(word) && !$0.contains("Fetching")
    }
  }

  /// Selects a guest's booking by name, as a person would: `/`, the name, Enter.
  package func find(_ guest: String) async throws {
    try await terminal.press("/")
    try await terminal.sees("the search") { $0.lines.last?.hasPrefix(" /") == true }
    try await terminal.type(guest)
    try await terminal.sees("the name being typed") {
      $0.lines.last?.contains("/\(guest)") == true
    }
    try await terminal.press("Enter")
    try await terminal.sees("\(guest) found") {
      $0.contains(guest) && $0.lines.last?.contains("/\(guest)") == false
    }
  }

  /// Types a line: the key that opens it, its text, Enter.
  package func say(_ opening: String, _ text: String) async throws {
    try await press(opening)
    try await terminal.type(text)
    try await press("Enter")
  }

  /// Types a line, and sends it when the screen says this of it.
  package func say(_ opening: String, _ text: String, seeing texts: String...) async throws {
    try await begin(opening, text, seeing: texts)
    try await press("Enter")
  }

  /// Types a line as far as this, and waits for what the screen says of it.
  package func begin(_ opening: String, _ text: String, seeing texts: String...) async throws {
    try await begin(opening, text, seeing: texts)
  }

  private func begin(_ opening: String, _ text: String, seeing texts: [String]) async throws {
    try await press(opening)
    try await terminal.type(text)
    try await see(texts)
  }

  /// Leaves the line that is being typed.
  package func dropLine(with text: String) async throws {
    try await press("Escape")
    try await terminal.sees("the line closed") { !$0.contains(text) }
  }

  /// Waits until the screen shows this, no order is unanswered, and nothing is being typed.
  @discardableResult
  package func isDone(_ texts: String...) async throws -> ScreenPicture {
    try await terminal.sees("\(texts.joined(separator: ", ")), answered") { screen in
      texts.allSatisfy(screen.contains) && !screen.contains("unanswered")
        && screen.lines.last?.hasPrefix(" :") == false
    }
  }

  /// Waits until the selected guest's details say this: `C confirmed`.
  @discardableResult
  package func sees(_ texts: String..., within limit: Duration = .patience) async throws
    -> ScreenPicture
  {
    try await see(texts, within: limit)
  }

  @discardableResult
  private func see(_ texts: [String], within limit: Duration = .patience) async throws
    -> ScreenPicture
  {
    try await terminal.sees(texts.joined(separator: ", "), within: limit) { screen in
      texts.allSatisfy(screen.contains)
    }
  }
}

extension DemoSpa {
  /// Opens the console for `person` and waits for the live board.
  package func sitDown(
    _ person: Desk.Person, columns: Int = 120, rows: Int = 36, flags: [String] = [],
    at urls: [String]? = nil
  ) async throws -> Desk {
    let size = TerminalSession.Setting(columns: columns, rows: rows)
    let desk = try openConsole(person, flags: flags, at: urls, in: size)
    try await desk.isOpen()
    return desk
  }

  /// Opens a console for each, with the guest's scheduled booking selected.
  package func look(at guest: String, _ people: Desk.Person...) async throws -> [Desk] {
    var desks: [Desk] = []
    for person in people {
      let desk = try await sitDown(person)
      try await desk.find(guest)
      try await desk.sees("S scheduled")
      desks.append(desk)
    }
    return desks
  }

  /// The flags that log `person` in here, the spa's way.
  package func login(_ person: Desk.Person, at urls: [String]? = nil) throws -> [String] {
    try person.login(at: urls ?? self.urls) + setting.way.flags
  }

  /// Opens the console for `person` and waits for nothing.
  /// - Parameter urls: the servers that it is told of; nil is all of the spa's.
  package func openConsole(
    _ person: Desk.Person, flags: [String] = [], at urls: [String]? = nil,
    in size: TerminalSession.Setting = .init()
  ) throws -> Desk {
    let terminal = try TerminalSession(
      try BuiltProgram.console.path,
      try login(person, at: urls) + flags, as: person.rawValue, in: size)
    atClosing { await terminal.close() }
    return Desk(terminal: terminal, person: person, way: setting.way)
  }

  /// Connects a client that knows the guide and nothing else.
  package func connect(
    _ person: Desk.Person, script: String, path: String? = nil, authority: String? = nil
  ) async throws -> GuideClient {
    let client = try GuideClient(
      script: script, url: url, email: person.email, path: path, authority: authority)
    atClosing { await client.close() }
    return client
  }
}
