import Console
import Foundation
import Testing

/// What lines mean, and what is wrong with them, is said in Vietnamese: of each line that the desk's
/// language has as an example.
@Suite struct LinesInVietnameseTests {
  private static let table = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../DeskLanguageTests/Lines/lines.txt")

  /// Guests, therapists and their words in those examples.
  private static let names = [
    "Lan Anh", "Xuân Lan (xuan)", "Yann Moss", "Ola Berg", "Ida Lund", "Eva Holm", "Zora Quill",
    "ZaloPay", "Hoàng Nam", "Anne-Marie", "Seán O’Brien", "Tuệ Mẫn (man)", "Kim", "Samuel Poe",
  ]

  /// What could be typed instead of a slip.
  private static let typed = ["cash", "thursday", "transfer", "until"]

  @Test func noReadingOfALineHasEnglishLeft() throws {
    let vietnamese = Wording(.vietnamese)
    let lines = try String(contentsOf: Self.table, encoding: .utf8).split(separator: "\n")
    var count = 0
    for line in lines where !line.hasPrefix("# ") {
      let parts = line.components(separatedBy: " | ")
      guard parts.count > 2 else { continue }
      let reading = parts[2...].joined(separator: " | ").replacing(
        #/^(RED \[.*?\] |no: |\? |! )+/#, with: "")
      let said = reading.components(separatedBy: " · ").map { vietnamese($0) }
      let left = EnglishLeft(Self.names + Self.typed + [parts[1]]).words(
        in: said.joined(separator: " · "))
      #expect(left.isEmpty, "\(parts[0]) \(parts[1]): \(said)")
      count += 1
    }
    #expect(count > 300)
  }
}
