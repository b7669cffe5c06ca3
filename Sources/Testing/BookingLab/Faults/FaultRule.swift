import BookingTesting

/// One fault, and what it befalls: from whom, which piece, when.
///
/// As a line of text: `FAULT WHO WHAT [WHEN]`, such as `drop server COMMAND_ACCEPTED 2`,
/// `delay=200 client * 10%`, `half-open server pong after=30000`, `close-after server 101`.
package struct FaultRule: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    case anything
    /// An envelope of this type.
    case message(String)
    case ping
    case pong
    case closeFrame
    /// A request whose path begins so.
    case request(String)
    /// An answer with this status; 101 is the WebSocket's opening.
    case response(Int)
  }

  /// Which of the pieces that fit. They are counted from 1, for each connection and direction.
  package enum When: Hashable, Sendable {
    case always
    case nth(Int)
    case every(Int)
    case from(Int)
    /// Per cent.
    case chance(Double)
    /// The first one so long after the connection was opened.
    case after(milliseconds: Int64)
  }

  package var fault: Fault
  package var sender: Sender
  package var what: What
  package var when: When
  /// Only connections with these numbers, which count from 1; nil is all.
  package var connections: ClosedRange<Int>?

  package init(
    _ fault: Fault, from sender: Sender, _ what: What = .anything, _ when: When = .always,
    connections: ClosedRange<Int>? = nil
  ) {
    self.fault = fault
    self.sender = sender
    self.what = what
    self.when = when
    self.connections = connections
  }

  func fits(_ kind: WirePiece.Kind, from sender: Sender, connection: Int) -> Bool {
    guard sender == self.sender, connections?.contains(connection) ?? true else { return false }
    return switch (what, kind) {
    case (.anything, _): true
    case (.message(let wanted), .message(let type)): wanted == type
    case (.ping, .ping), (.pong, .pong), (.closeFrame, .close): true
    case (.request(let prefix), .request(_, let path)): path.hasPrefix(prefix)
    case (.response(let wanted), .response(let status)): wanted == status
    default: false
    }
  }
}

/// Which end a piece comes from.
package enum Sender: String, CaseIterable, Hashable, Sendable {
  case client
  case server
}

// MARK: - As text

extension FaultRule: CustomStringConvertible {
  package var description: String {
    var words = ["\(fault)", sender.rawValue, "\(what)"]
    if when != .always { words.append("\(when)") }
    if let connections {
      words.append("connections=\(connections.lowerBound)-\(connections.upperBound)")
    }
    return words.joined(separator: " ")
  }

  package struct Unreadable: Error, CustomStringConvertible {
    package let description: String
  }

  package init(_ text: String) throws(Unreadable) {
    var words = text.split(separator: " ").map(String.init)
    func wrong(_ what: String) -> Unreadable {
      Unreadable(
        description: "\"\(text)\" is no fault: \(what). It is FAULT client|server WHAT [WHEN], "
          + "such as \"drop server COMMAND_ACCEPTED 2\" or \"delay=200 client * 10%\".")
    }
    var connections: ClosedRange<Int>?
    if let last = words.last, last.hasPrefix("connections=") {
      let ends = last.dropFirst("connections=".count).split(separator: "-").compactMap { Int($0) }
      guard let low = ends.first, let high = ends.last, low <= high else {
        throw wrong("\(last) is no range such as connections=1-3")
      }
      connections = low...high
      words.removeLast()
    }
    guard words.count == 3 || words.count == 4 else { throw wrong("it has \(words.count) words") }
    guard let fault = Fault(words[0]) else { throw wrong("nobody knows \(words[0])") }
    guard let sender = Sender(rawValue: words[1]) else {
      throw wrong("\(words[1]) is neither client nor server")
    }
    guard let when = words.count == 4 ? When(words[3]) : .always else {
      throw wrong("\(words[3]) is no time: 2, every=5, from=10, 10% or after=MILLISECONDS")
    }
    self.init(fault, from: sender, What(words[2]), when, connections: connections)
  }
}

extension FaultRule.What: CustomStringConvertible {
  package var description: String {
    switch self {
    case .anything: "*"
    case .message(let type): type
    case .ping: "ping"
    case .pong: "pong"
    case .closeFrame: "close-frame"
    case .request(let prefix): prefix
    case .response(let status): "\(status)"
    }
  }

  fileprivate init(_ word: String) {
    self =
      switch word {
      case "*": .anything
      case "ping": .ping
      case "pong": .pong
      case "close-frame": .closeFrame
      case _ where word.hasPrefix("/"): .request(word)
      default: Int(word).map { .response($0) } ?? .message(word)
      }
  }
}

extension FaultRule.When: CustomStringConvertible {
  package var description: String {
    switch self {
    case .always: "every=1"
    case .nth(let count): "\(count)"
    case .every(let count): "every=\(count)"
    case .from(let count): "from=\(count)"
    case .chance(let percent): "\(percent)%"
    case .after(let milliseconds): "after=\(milliseconds)"
    }
  }

  fileprivate init?(_ word: String) {
    func figure(_ prefix: String) -> Int? {
      guard word.hasPrefix(prefix), let figure = Int(word.dropFirst(prefix.count)), figure > 0
      else { return nil }
      return figure
    }
    if let count = figure("") {
      self = .nth(count)
    } else if let count = figure("every=") {
      self = count == 1 ? .always : .every(count)
    } else if let count = figure("from=") {
      self = .from(count)
    } else if let milliseconds = figure("after=") {
      self = .after(milliseconds: Int64(milliseconds))
    } else if word.hasSuffix("%"), let percent = Double(word.dropLast()),
      (0...100).contains(percent)
    {
      self = .chance(percent)
    } else {
      return nil
    }
  }
}
