import BookingDomain
import BookingProtocol
import Foundation
import Testing

/// The bytes of every message, both ways, as installed clients and servers know them. A test that
/// fails here has found a change of the contract: `make golden` writes the files anew, and the
/// difference shows what other programs will meet.
@Suite struct GoldenTests {
  /// A sample with the place of its file.
  struct Pinned: Sendable, CustomTestStringConvertible {
    let file: String
    let bytes: [UInt8]

    var testDescription: String { file }
  }

  static let client = ProtocolSamples.client.map {
    Pinned(
      file: "client/\($0.type.rawValue)\($0.name.isEmpty ? "" : "-\($0.name)").json",
      bytes: $0.bytes)
  }
  static let server = ProtocolSamples.server.map {
    Pinned(file: "server/\($0.type.rawValue).json", bytes: $0.bytes)
  }
  static let bodies = ProtocolSamples.bodies.map {
    Pinned(file: "bodies/\($0.name).json", bytes: $0.bytes)
  }

  static func text(_ file: String) throws -> String {
    let place = try #require(Bundle.module.resourceURL)
      .appendingPathComponent("Golden").appendingPathComponent(file)
    return try String(contentsOf: place, encoding: .utf8)
  }

  @Test(arguments: client + server + bodies)
  func everyMessageIsTheBytesThatItWas(_ pinned: Pinned) throws {
    let laidOut = LaidOutJSON.lay(out: pinned.bytes)
    if ProcessInfo.processInfo.environment["FRONTDESK_WRITE"] == "golden" {
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden").appendingPathComponent(pinned.file)
      try laidOut.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let kept = try Self.text(pinned.file)
    #expect(laidOut == kept)
    #expect(LaidOutJSON.bytes(of: kept) == pinned.bytes, "byte by byte")
  }

  @Test(arguments: zip(ProtocolSamples.client, client))
  func whatClientsSendIsReadFromTheKeptBytes(
    _ sample: ProtocolSamples.Client, _ pinned: Pinned
  ) throws {
    let kept = Array(try Self.text(pinned.file).utf8)
    #expect(try ClientCoding.decode(kept).message == sample.message)
    #expect(try ClientCoding.decode(withUnknownFields(kept)).message == sample.message)
  }

  @Test(arguments: zip(ProtocolSamples.server, server))
  func whatTheServerSendsIsReadFromTheKeptBytes(
    _ sample: ProtocolSamples.Server, _ pinned: Pinned
  ) throws {
    let kept = Array(try Self.text(pinned.file).utf8)
    #expect(try ServerCoding.decode(kept) == sample.envelope)
    #expect(try ServerCoding.decode(withUnknownFields(kept)) == sample.envelope)
  }

  @Test func bodiesAreReadFromTheKeptBytes() throws {
    var read: Set<String> = []
    func kept(_ name: String) throws -> [UInt8] {
      read.insert(name)
      return withUnknownFields(Array(try Self.text("bodies/\(name).json").utf8))
    }
    #expect(
      try LoginCoding.decodeRequest(kept("login-request")) == ProtocolSamples.loginRequest)
    #expect(try LoginCoding.decodeAnswer(kept("login-answer")) == ProtocolSamples.loginAnswer)
    #expect(try RegisterCoding.cards(kept("customers")) == [ProtocolSamples.card])
    #expect(try RegisterCoding.file(kept("customer")) == ProtocolSamples.customerFile)
    #expect(
      try RegisterCoding.history(kept("history"))
        == [ProtocolSamples.entry, ProtocolSamples.rewritten])
    #expect(try RegisterCoding.changes(kept("changes")) == [ProtocolSamples.dayChange])
    #expect(try TakingsCoding.takings(kept("takings")) == ProtocolSamples.takings)
    #expect(try RegisterCoding.past(kept("past")) == ProtocolSamples.past)
    #expect(
      try RegisterCoding.unscheduled(kept("unscheduled")) == [ProtocolSamples.unscheduled])
    let asked = try HouseCoding.line(kept("house-asked"))
    #expect([asked.line, asked.password] == ["users off an@example.org", ""])
    let forOne = try HouseCoding.line(kept("house-password-asked"))
    #expect([forOne.line, forOne.password] == ["users password an@example.org", "demo"])
    #expect(try HouseCoding.changes(kept("house-changes")) == [ProtocolSamples.houseChange])
    #expect(try HouseCoding.page(kept("house")) == ProtocolSamples.housePage)
    #expect(try DaysCoding.starts(kept("free")).map(\.therapist) == [789])
    #expect(try DaysCoding.fullness(kept("fullness")).map(\.closed) == [nil, "Tết"])
    #expect(try OperationCoding.health(kept("health")) == ProtocolSamples.health)
    #expect(String(decoding: OperationCoding.alive, as: UTF8.self) == #"{"status":"alive"}"#)
    #expect(try kept("alive").count > OperationCoding.alive.count)
    #expect(try OperationCoding.refusal(kept("refusal")) == ProtocolSamples.refusal)
    #expect(read == Set(ProtocolSamples.bodies.map(\.name)), "each is read")
  }

  @Test func everyTypeHasASample() {
    #expect(Set(ProtocolSamples.client.map(\.type)) == Set(ClientMessageType.allCases))
    #expect(Set(ProtocolSamples.server.map(\.type)) == Set(ServerMessageType.allCases))
    let written = ProtocolSamples.client.map(\.bytes) + ProtocolSamples.server.map(\.bytes)
    let named =
      ProtocolSamples.client.map(\.type.rawValue) + ProtocolSamples.server.map(\.type.rawValue)
    for (bytes, type) in zip(written, named) {
      #expect(String(decoding: bytes, as: UTF8.self).contains(#""type":"\#(type)""#))
    }
  }

  /// The guide's own samples: each of its fields stands in ours, with the same value.
  @Test(arguments: [ServerMessageType.bookingStatusChanged, .availabilityUpdated])
  func theGuidesSamplesStandInOurs(_ type: ServerMessageType) throws {
    func json(_ text: String) throws -> Any {
      try JSONSerialization.jsonObject(with: Data(text.utf8))
    }
    let guides = try json(Self.text("guide/\(type.rawValue).json"))
    #expect(contains(try json(Self.text("server/\(type.rawValue).json")), guides))
  }

  private func contains(_ ours: Any, _ guides: Any) -> Bool {
    switch (ours, guides) {
    case (let ours as [String: Any], let guides as [String: Any]):
      guides.allSatisfy { name, value in ours[name].map { contains($0, value) } ?? false }
    case (let ours as [Any], let guides as [Any]):
      ours.count == guides.count && zip(ours, guides).allSatisfy { contains($0, $1) }
    default: "\(ours)" == "\(guides)"
    }
  }

  /// The same with a field that nobody knows at the beginning of every object.
  private func withUnknownFields(_ json: [UInt8]) -> [UInt8] {
    let compact = String(
      decoding: LaidOutJSON.bytes(of: String(decoding: json, as: UTF8.self)), as: UTF8.self)
    let extended = compact.replacingOccurrences(
      of: "{", with: #"{"fromTheFuture":{"a":[1,null,"x"]},"#
    ).replacingOccurrences(of: ",}", with: "}")
      // The weekdays are no fields.
      .replacingOccurrences(
        of: #""hours":{"fromTheFuture":{"a":[1,null,"x"]},"#, with: #""hours":{"#)
    return Array(extended.utf8)
  }
}
