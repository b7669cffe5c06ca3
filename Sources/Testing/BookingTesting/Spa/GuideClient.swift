import Foundation

/// A plain WebSocket client written from the guide alone, in Python: what a browser or mobile
/// client of the web shop would see.
package final class GuideClient: Sendable {
  /// One thing that happened to it.
  package struct Happening: Sendable, CustomStringConvertible {
    /// `login`, `open`, `message`, `close` or `refused`.
    package let event: String
    package let fields: JSON

    /// The type of a message, nil for anything else.
    package var type: String? { fields["message"]["type"].text }
    package var data: JSON { fields["message"]["data"] }
    package var description: String { fields.description }
  }

  private let program: RunningProgram

  /// - Parameters:
  ///   - script: `guide_client.py`, a resource of the JourneyTests.
  ///   - path: `userType/userId`, where it is not to be that of the person who logs in.
  ///   - authority: a file of certificates to trust.
  package init(
    script: String, url: String, email: String, password: String = "demo", path: String? = nil,
    authority: String? = nil
  ) throws {
    var arguments = [try OrdinaryUser.reachable(script), url, email, password]
    if let path { arguments += ["--path", path] }
    if let authority { arguments += ["--ca", authority] }
    // Debian's own Python has Debian's python3-websockets; another one earlier in PATH has not.
    program = try RunningProgram("/usr/bin/python3", arguments)
  }

  package var happenings: [Happening] { Self.happenings(program.record.value) }

  /// Everything received so far of one type.
  package func messages(_ type: String) -> [Happening] { happenings.filter { $0.type == type } }

  package func send(_ type: String, data: String = "{}") {
    program.write("{\"type\":\"\(type)\",\"data\":\(data)}\n")
  }

  package func send(raw text: String) {
    let encoded = (try? JSONEncoder().encode(["raw": text])) ?? Data()
    program.write(String(decoding: encoded, as: UTF8.self) + "\n")
  }

  /// Waits until something has happened, and returns it.
  @discardableResult
  package func hears(
    _ what: String, within limit: Duration = .patience,
    where isWanted: @escaping @Sendable (Happening) -> Bool
  ) async throws -> Happening {
    try await program.record.waits(for: "\(what) at the guide's client", within: limit) { record in
      Self.happenings(record).first(where: isWanted)
    }
  }

  /// Waits for a message of this type.
  @discardableResult
  package func hears(
    _ type: String, within limit: Duration = .patience
  ) async throws -> Happening {
    try await hears(type, within: limit) { $0.type == type }
  }

  /// Waits until so many messages of this type have come.
  package func hears(_ type: String, times: Int, within limit: Duration = .patience) async throws {
    try await program.record.waits(
      for: "\(times) × \(type) at the guide's client", within: limit
    ) { record in
      Self.happenings(record).count { $0.type == type } >= times ? true : nil
    }
  }

  package func close() async { await program.stop() }

  private static func happenings(_ record: RunningProgram.Record) -> [Happening] {
    record.lines.compactMap { line in
      guard let fields = JSON(line) else { return nil }
      return Happening(event: fields["event"].text ?? "", fields: fields)
    }
  }
}

/// JSON as a test reads it: a missing field is null.
package struct JSON: Sendable, CustomStringConvertible {
  private indirect enum Value: Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])
  }

  private let value: Value
  package let description: String

  package init?(_ text: some StringProtocol) {
    guard
      let any = try? JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed)
    else { return nil }
    self.init(any: any, description: String(text))
  }

  private init(any: Any, description: String? = nil) {
    switch any {
    case let object as [String: Any]: value = .object(object.mapValues { JSON(any: $0) })
    case let list as [Any]: value = .list(list.map { JSON(any: $0) })
    case let text as String: value = .text(text)
    // A Boolean is a number to Foundation, but is written with the type of a C boolean.
    case let number as NSNumber:
      value =
        CChar(number.objCType.pointee) == 0x63
        ? .bool(number.boolValue) : .number(number.doubleValue)
    default: value = .null
    }
    self.description = description ?? "\(any)"
  }

  private init() {
    value = .null
    description = "null"
  }

  package subscript(_ field: String) -> JSON {
    if case .object(let object) = value { object[field] ?? JSON() } else { JSON() }
  }

  package var text: String? { if case .text(let text) = value { text } else { nil } }
  package var number: Int? { if case .number(let number) = value { Int(number) } else { nil } }
  package var bool: Bool? { if case .bool(let bool) = value { bool } else { nil } }
  package var list: [JSON] { if case .list(let list) = value { list } else { [] } }
  package var fields: Set<String> {
    if case .object(let object) = value { Set(object.keys) } else { [] }
  }
}
