import BookingDomain

/// `POST /api/house` in JSON: what a manager typed, and the page that is shown for it.
package enum HouseCoding {
  private struct WireLine: Codable {
    let line: String
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

  package static func encode(_ line: String) -> [UInt8] { Wire.bytes(WireLine(line: line)) }

  package static func line(_ bytes: some Collection<UInt8>) throws(MessageProblem) -> String {
    try Wire.value(WireLine.self, from: bytes).line
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
