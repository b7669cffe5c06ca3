import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import Screen
import Testing

/// Lists on small screens: what the eye looks for first stands in every line, and the chosen line is
/// there whole.
@Suite struct LittleRoomTests {
  private static let guests: [(name: String, called: String, phone: String)] = [
    ("Nguyễn Phạm Hoàng Thị Thùy Dương", "Dương", "0901234567"),
    ("Maximilian-Alexander von Hohenzollern", "Hohenzollern", "+491701234567"),
    ("Lê An", "Lê An", "0938555102"),
    ("Trần Thị Ánh Tuyết", "Tuyết", "0977700321"),
  ]

  private static func desk(_ size: Size) -> PaperDesk {
    let bookings = guests.enumerated().map { index, guest in
      SampleSpa.booking(
        Int64(index + 1), guest.name, "1\(5 + index):00", with: SampleSpa.mai,
        service: "Massage thư giãn toàn thân 90'", phone: guest.phone,
        alert: index == 2 ? "Dị ứng tinh dầu oải hương" : nil)
    }
    return PaperDesk(size: size, bookings: bookings)
  }

  @Test(arguments: [Size(columns: 40, rows: 12), Size(columns: 60, rows: 20)])
  func whomToCallHasTimeNameAndNumberInEveryLine(size: Size) throws {
    var desk = Self.desk(size)
    desk.press(.character(":"))
    desk.type("calls today")
    desk.press(.enter)
    let text = desk.picture().frame.text
    for (index, guest) in Self.guests.enumerated() {
      let line = try #require(
        text.split(separator: "\n").first { $0.contains("1\(5 + index):00") && !$0.contains("▸") },
        "\(text)")
      #expect(line.contains(guest.called) && line.contains(guest.phone), "\(line)")
    }
    #expect(text.contains("!"), "that there is an alert is seen in\n\(text)")
    desk.press(.down, .down)
    let words = desk.picture().frame.text.split { $0 == " " || $0 == "\n" }
    for word in "Dị ứng tinh dầu oải hương Massage thư giãn toàn thân".split(separator: " ") {
      #expect(words.contains(word), "\(word) is not in\n\(desk.picture().frame.text)")
    }
  }

  @Test(arguments: [
    ("Nguyễn Thị Ánh Tuyết", 20, "Nguyễn Thị Ánh Tuyết"),
    ("Nguyễn Thị Ánh Tuyết", 19, "Nguyễn T. Á. Tuyết"),
    ("Nguyễn Thị Ánh Tuyết", 14, "N. T. Á. Tuyết"), ("Nguyễn Thị Ánh Tuyết", 13, "N. Tuyết"),
    ("Nguyễn Thị Ánh Tuyết", 7, "Nguyễn…"),
    ("Sofia Rossi", 10, "S. Rossi"), ("Zora", 3, "Zo…"), ("محمد علي الرشيد", 8, "محمد عل…"),
    ("王小明", 4, "王…"), ("", 4, ""),
  ])
  func aNameIsShortenedFromItsMiddle(name: String, columns: Int, said: String) {
    #expect(NameWords(name).fitting(columns).text == said)
  }

  /// Nothing is wider than its room, whatever it is made of.
  @Test func aLineFitsIntoAnyRoom() {
    var row = RowText("14:30")
    row.append("Nguyễn Thị Ánh Tuyết", .name)
    row.append("no phone")
    row.append("Massage đá nóng 90'", .service, rank: 3)
    row.append("! nuts", .quoted, rank: 1, shorter: "!")
    for columns in 0...80 {
      #expect(row.fitting(columns, .usual).columns <= columns)
    }
    #expect(row.fitting(80, .usual).text == row.text)
    #expect(row.fitting(41, .usual).text == "14:30  Nguyễn Thị Ánh Tuyết  no phone  !")
  }
}
