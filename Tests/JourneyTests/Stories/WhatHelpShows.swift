import BookingTesting
import DeskLanguage
import Foundation
import Testing

extension Journeys {
  /// Whoever types what help, manual and README show sees it understood, in the demo spa.
  @Suite struct WhatHelpShows {
    /// What is about the selected booking is said of the guest's who waits on every demo day.
    private static let named = "search 7919"

    private func give(_ orders: [String], in spa: DemoSpa) async throws -> RunningProgram.Record {
      try await RunningProgram.run(
        try BuiltProgram.console.path, ["do", "--dry-run"] + spa.login(.reception) + orders,
        environment: ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"])
    }

    /// Refused by the rules (somebody stands there, nobody waits) is understood; 2 is not.
    private func isUnderstood(_ line: String, in spa: DemoSpa) async throws {
      let verb = Verb(rawValue: String(line.prefix { $0 != " " }))
      let orders = verb?.isAboutSelection ?? true ? [Self.named, line] : [line]
      let record = try await give(orders, in: spa)
      // The guest of the demo has an alert: whether both stand then is asked.
      let isAsked = record.errors.contains("has: ALLERGY") && line.hasPrefix("guest alert")
      #expect(
        record.ending == .exited(0) || record.ending == .exited(1) || isAsked,
        "\(line): \(record.errors)\(record.output)")
    }

    @Test func everyExampleOfALineIsUnderstood() async throws {
      try await DemoSpa.during { spa in
        for verb in Verb.allCases {
          for text in verb.examples { try await isUnderstood("\(verb.rawValue) \(text)", in: spa) }
        }
      }
    }

    @Test func everyLineThatReadmeShowsIsUnderstood() async throws {
      let lines = Self.linesOfReadme
      #expect(lines.count >= 12)
      try await DemoSpa.during { spa in
        for line in lines { try await isUnderstood(line, in: spa) }
      }
    }

    /// `` `book 5838` `` in its tables and `"search emma"` in its shell blocks, `` `b`, then `5838 …` ``
    /// in its prose.
    private static var linesOfReadme: [String] {
      let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../README.md").standardizedFileURL
      let text = (try? String(contentsOf: readme, encoding: .utf8)) ?? ""
      let words = Set(Verb.allCases.map(\.rawValue))
      let quoted = text.split(separator: "\n").flatMap { line in
        line.matches(of: #/[`"]([^`"]+)[`"]/#).map { String($0.output.1) }
      }
      let called = quoted.filter {
        $0.contains(" ") && words.contains(String($0.prefix { $0 != " " }))
      }
      let typed = text.matches(of: #/`b`, then (?:[^`\n]*\n?)`([^`]+)`/#).map {
        "book \($0.output.1)"
      }
      return called.filter { !$0.contains("…") } + typed
    }
  }
}
