import BookingDomain

/// `POST /api/house` in JSON: what a manager typed, and the page that is shown for it. And what was
/// changed of the house on a day.
package enum HouseCoding {
  private struct WireLine: Codable {
    let line: String
    let password: String?
  }

  private struct WireChange: Codable {
    let at: String
    let byName: String
    let what: String
  }

  private struct WirePage: Codable {
    struct Table: Codable {
      let heading: [String]
      let rows: [[String]]
    }

    let title: String
    let tables: [Table]
    let done: String?
  }

  /// - Parameter password: for a line that gives one to an account; empty has one made.
  package static func encode(_ line: String, password: String = "") -> [UInt8] {
    Wire.bytes(WireLine(line: line, password: password.isEmpty ? nil : password))
  }

  package static func line(_ bytes: some Collection<UInt8>) throws(MessageProblem) -> (
    line: String, password: String
  ) {
    let wire = try Wire.value(WireLine.self, from: bytes)
    return (wire.line, wire.password ?? "")
  }

  package static func encode(_ changes: [HouseChange]) -> [UInt8] {
    Wire.bytes(
      changes.map { WireChange(at: $0.at.description, byName: $0.byName, what: $0.what) })
  }

  package static func changes(_ bytes: some Collection<UInt8>) throws(MessageProblem)
    -> [HouseChange]
  {
    var read: [HouseChange] = []
    for wire in try Wire.value([WireChange].self, from: bytes) {
      read.append(
        HouseChange(at: try Wire.timestamp(wire.at, "at"), byName: wire.byName, what: wire.what))
    }
    return read
  }

  package static func encode(_ page: HousePage) -> [UInt8] {
    Wire.bytes(
      WirePage(
        title: page.title, tables: page.tables.map { .init(heading: $0.heading, rows: $0.rows) },
        done: page.done))
  }

  package static func page(_ bytes: some Collection<UInt8>) throws(MessageProblem) -> HousePage {
    let wire = try Wire.value(WirePage.self, from: bytes)
    return HousePage(
      title: wire.title, tables: wire.tables.map { .init($0.heading, $0.rows) }, done: wire.done)
  }
}
