import Console
import DeskLanguage
import Foundation
import Screen
import Testing

/// A screen as text in a file beside the tests, as it was looked at. `make screens` writes them anew;
/// look at the difference.
enum KeptScreen {
  static let sizes = [
    Size(columns: 200, rows: 50), Size(columns: 120, rows: 36), Size(columns: 80, rows: 24),
    Size(columns: 60, rows: 20), Size(columns: 40, rows: 12),
  ]

  static func expect(
    _ picture: DeskPicture, _ name: String, showsPaint: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = (showsPaint ? picture.frame.textWithPaint : picture.frame.text) + "\n"
    try expect(text: text, name, sourceLocation)
  }

  /// The text with how each cell looks.
  static func expect(
    looks picture: DeskPicture, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expect(text: picture.frame.styledText + "\n", name, sourceLocation)
  }

  private static func expect(
    text: String, _ name: String, _ sourceLocation: SourceLocation
  ) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Screens/\(name).txt")
    if ProcessInfo.processInfo.environment["FRONTDESK_WRITE"] == "screens" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, "\(name) looks different", sourceLocation: sourceLocation)
  }

  /// As it is in colour, and without: nothing then has a colour of its own, and where blocks had
  /// their paint they have edges. Where the terminal has nothing but ASCII there is none beyond. In
  /// Vietnamese no English is left of it.
  /// - Parameter quoted: what the desk was told in somebody's words.
  static func expect(
    _ desk: PaperDesk, _ name: String, showsPaint: Bool = false, quoting quoted: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let size = desk.model.size
    let sized = "\(name)-\(size.columns)x\(size.rows)"
    let picture = desk.picture()
    try expect(picture, sized, showsPaint: showsPaint, sourceLocation: sourceLocation)
    let mono = desk.picture(colors: .mono).frame
    if mono.text != picture.frame.text {
      try expect(
        desk.picture(colors: .mono), "mono/\(sized)", showsPaint: showsPaint,
        sourceLocation: sourceLocation)
    }
    #expect(
      mono.hasNoColour, "\(sized) has colours of its own in mono", sourceLocation: sourceLocation)
    let english = desk.englishLeft(quoting: quoted)
    #expect(
      english.isEmpty, "\(sized) in Vietnamese has\n\(english.joined(separator: "\n"))",
      sourceLocation: sourceLocation)
    let plain = desk.picture(colors: .mono, unicode: false).frame.text
    #expect(
      plain.utf8.allSatisfy { $0 < 0x80 }, "\(sized) in ASCII:\n\(plain)",
      sourceLocation: sourceLocation)
  }
}

extension Frame {
  fileprivate var hasNoColour: Bool {
    (0..<size.rows).allSatisfy { number in
      row(number).allSatisfy {
        $0.style.foreground == .standard && $0.style.background == .standard
      }
    }
  }

  /// The text, with painted blanks as `#`: what a wall's figures and bars are made of.
  var textWithPaint: String {
    (0..<size.rows).map { number in
      var line = row(number).reduce(into: "") { line, cell in
        let isPainted =
          cell.style.background != .standard || cell.style.attributes.contains(.reverse)
        line += cell.text == " " && isPainted ? "#" : cell.text
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
