import BookingDomain
import BookingProtocol
import Foundation
import Testing

/// The reference says what is on the wire: no field more, no field less.
@Suite struct ReferenceTests {
  private typealias Object = [String: Any]
  private let objects = ObjectNote.all + ObjectNote.ofBodies

  private func data(_ bytes: [UInt8]) throws -> Object {
    let message = try JSONSerialization.jsonObject(with: Data(bytes)) as? Object
    return try #require(message?["data"] as? Object)
  }

  private func check(_ notes: [FieldNote], _ samples: [Object], _ name: String) {
    let seen = Set(samples.flatMap(\.keys))
    #expect(seen == Set(notes.map(\.name)), "\(name)")
    for sample in samples {
      for note in notes where note.isNeeded {
        #expect(sample[note.name] != nil, "\(name).\(note.name) is not always there")
      }
    }
  }

  @Test(arguments: ClientMessageType.allCases)
  func everyFieldOfAClientsMessageIsExplained(_ type: ClientMessageType) throws {
    let samples = try ProtocolSamples.client.filter { $0.type == type }.map { try data($0.bytes) }
    check(type.fields, samples, type.rawValue)
  }

  @Test(arguments: ServerMessageType.allCases)
  func everyFieldOfTheServersMessageIsExplained(_ type: ServerMessageType) throws {
    let samples = try ProtocolSamples.server.filter { $0.type == type }.map { try data($0.bytes) }
    check(type.fields, samples, type.rawValue)
  }

  @Test func everyObjectIsExplained() throws {
    var found: [String: [Object]] = [:]
    /// Where each object of the reference stands in a field of another.
    let forms = Dictionary(
      uniqueKeysWithValues: objects.map { object in
        (object.name, Dictionary(uniqueKeysWithValues: object.fields.map { ($0.name, $0.form) }))
      })
    func walk(_ value: Any, _ form: String) {
      guard let range = form.range(of: #"objects? [A-Z]\w*"#, options: .regularExpression),
        let name = form[range].split(separator: " ").last.map(String.init)
      else { return }
      for object in (value as? [Object]) ?? [value as? Object].compactMap(\.self) {
        found[name, default: []].append(object)
        for (field, inner) in object {
          if field == "hours" {
            found["Hours", default: []] += (inner as? [String: Object] ?? [:]).values
          }
          walk(inner, forms[name]?[field] ?? "")
        }
      }
    }
    let messages =
      try ProtocolSamples.client.map { (try data($0.bytes), $0.type.fields) }
      + ProtocolSamples.server.map { (try data($0.bytes), $0.type.fields) }
    for (data, fields) in messages {
      for note in fields { data[note.name].map { walk($0, note.form) } }
    }
    for content in ExchangeNote.all.flatMap({ [$0.sent, $0.answer].compactMap(\.self) })
      + [ExchangeNote.refusal]
    {
      for body in ProtocolSamples.bodies where content.samples.contains(body.name) {
        walk(try JSONSerialization.jsonObject(with: Data(body.bytes)), content.form)
      }
    }
    for object in objects { check(object.fields, found[object.name] ?? [], object.name) }
  }

  @Test func itIsPrintedAndSetAsAManualPage() {
    let reference = ProtocolReference()
    for type in ClientMessageType.allCases.map(\.rawValue)
      + ServerMessageType.allCases.map(\.rawValue)
    {
      #expect(reference.text.contains("\n  \(type)\n"))
      #expect(reference.manPage.contains("\n.SS \(type)\n"))
    }
    #expect(reference.text.contains("minutes, between 1 and 1440"))
    for exchange in ExchangeNote.all {
      #expect(reference.text.contains("\n  \(exchange.method) \(exchange.path)\n"))
    }
    let printed = ExchangeNote.all.flatMap { ($0.sent?.samples ?? []) + $0.answer.samples }
    #expect(
      Set(printed + ExchangeNote.refusal.samples) == Set(ProtocolSamples.bodies.map(\.name)),
      "each body stands with its address")
    #expect(!reference.manPage.contains("\n." + "\""), "no line is taken for a request")
    let longest = reference.text.split(separator: "\n").map(\.count).max() ?? 0
    #expect(longest <= 110, "a terminal's width, samples aside")
  }
}
