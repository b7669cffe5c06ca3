import BookingDomain
import Foundation
import Testing

/// Names are found without their marks. What a letter is made of says Foundation, which has it from
/// Unicode.
@Suite struct FoldedTextTests {
  @Test func everyLatinLetterIsFoundByItsPlainOne() {
    let letters = [0xC0...0x24F, 0x1E00...0x1EFF].joined().compactMap { Unicode.Scalar($0) }
    var seen = 0
    for letter in letters {
      let parts = String(Character(letter)).decomposedStringWithCanonicalMapping.unicodeScalars
      guard let base = parts.first, base.isASCII, parts.count > 1 else { continue }
      #expect(
        FoldedText(String(Character(letter))).text == String(Character(base)).lowercased(),
        "\(letter)")
      seen += 1
    }
    #expect(seen > 400)
  }

  @Test(arguments: [
    ("Đặng", "dang"), ("Łódź", "lodz"), ("SØREN", "soren"), ("Ðorđe", "dorde"),
    ("Straße", "strasse"),
    ("Ægir", "aegir"), ("Ǿrsted", "orsted"), ("Anne-Marie", "anne marie"), ("O’Brien", "obrien"),
    ("李小龙", "李小龙"), ("أحمد", "احمد"), ("إِبْرَاهِيم", "ابراهيم"), ("فاطمة", "فاطمه"),
    ("مصطفى", "مصطفي"), ("مـحـمـد", "محمد"), ("علی", "علي"),
  ])
  func lettersWithoutPartsAreFoundAsPeopleTypeThem(name: String, typed: String) {
    #expect(FoldedText(name).text == typed)
  }

  @Test(arguments: [
    ("Jürgen Groß", ["jurgen gross", "juergen gross"]), ("Søren", ["soren", "soeren"]),
    ("Manuela Poe", ["manuela poe"]), ("Đặng Thị Ánh", ["dang thi anh"]),
  ])
  func umlautsAreSpelledInTwoWays(name: String, spellings: [String]) {
    #expect(FoldedText.spellings(of: name).map(\.text) == spellings)
  }
}
