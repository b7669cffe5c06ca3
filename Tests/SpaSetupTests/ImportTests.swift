import BookingDomain
import BookingStore
import BookingTesting
import SQLiteStore
import SpaSetup
import Testing

/// Tables as other programs export them, by the headings in their own documentation.
@Suite struct ImportTests {
  private let keeping = ImportReport.Way()

  private func spa(in currency: String = "VND") async throws -> SQLiteStore {
    let path = "\(try TestRun.privateDirectory("import"))/spa.db"
    let store = try await SQLiteStore.open(path: path, createIfMissing: true)
    let plan = SpaPlanFile(SpaPlan.example.replacing("\"VND\"", with: "\"\(currency)\""))
    #expect(plan.problems.isEmpty)
    try await store.inTransaction { db in
      try SpaFounding(db).found(plan.plan, managerHash: "!")
    }
    return store
  }

  private func customers(_ text: String, in store: SQLiteStore) async throws -> [[String?]] {
    let file = try CustomerImport(DelimitedText(Array(text.utf8)))
    let way = keeping
    return try await store.inTransaction { db in
      _ = try file.run(way, db)
      return try db.rows("SELECT * FROM customers ORDER BY 1").map { row in
        ["full_name", "phone_number", "email", "birthday", "notes"].map { row.text($0) }
      }
    }
  }

  @Test func squaresExportIsUnderstood() async throws {
    let rows = try await customers(
      """
      Reference ID,First Name,Last Name,Email Address,Phone Number,Nickname,Company Name,Birthday,Memo
      ,Anna,Berg,anna@berg.example,'+4915112345678,,,1990-02-28,"Allergy: nuts, oil"

      """.replacing("'", with: ""), in: try await spa())
    #expect(
      rows == [
        ["Anna Berg", "+4915112345678", "anna@berg.example", "1990-02-28", "Allergy: nuts, oil"]
      ])
  }

  @Test func freshasExportTakesTheMobileNumberAndElseTheTelephone() async throws {
    let rows = try await customers(
      "Client ID,First Name,Last Name,Full Name,Gender,Telephone,Mobile Number,Email,Date of Birth,Note\r\n"
        + "1,Ana,Lee,Ana Lee,Female,020 1,0901 111 111,,12/03/1988,\r\n"
        + "2,Bo,Lee,Bo Lee,Male,028 3822 7000,,,,\r\n", in: try await spa())
    #expect(rows.map { $0[1] } == ["0901111111", "02838227000"])
    #expect(rows[0][3] == "1988-03-12")
  }

  @Test func aVietnameseListWithABOMAndSemicolonsIsUnderstood() async throws {
    let rows = try await customers(
      "\u{FEFF}Họ;Tên;Điện thoại;Ghi chú\r\nNguye\u{302}\u{303}n Thị;\"Lan; nhỏ\";0901-234-567;\"dị ứng\n\"\"lạc\"\"\"\r\n",
      in: try await spa())
    #expect(rows[0][0] == "Nguyễn Thị Lan; nhỏ")
    #expect(rows[0][1] == "0901234567")
    #expect(rows[0][4] == "dị ứng\n\"lạc\"")
  }

  @Test func oneWrongLineKeepsAllOutAndEachIsReportedByItsNumber() async throws {
    let store = try await spa()
    let file = try CustomerImport(
      DelimitedText(
        Array("Name,Mobile\nAn,0901234567\n\nBinh,\nCuc,+84 901 234 567\n\u{1B}[2J,12345\n".utf8)))
    let way = keeping
    await #expect {
      _ = try await store.inTransaction { try file.run(way, $0) }
    } throws: { error in
      guard let report = error as? ImportReport else { return false }
      return report.refused.map(\.number) == [4, 5, 6]
        && report.refused[1].sentence.contains("line 2 of this file")
    }
    let left = try await store.inSnapshot { try $0.row("SELECT COUNT(*) AS n FROM customers") }
    #expect(left?.int64("n") == 0)
  }

  @Test func otherEncodingsAreRefusedWithASentence() {
    let texts: [([UInt8], String)] = [
      (Array("Name,Mobile\nAnn".utf8) + [0xE9] + Array(",1".utf8), "Line 2 is not in UTF-8"),
      ([0xFF, 0xFE, 0x4E, 0], "UTF-16"), (Array("a\0b".utf8), "NUL"), ([], "empty"),
      (Array("Name,Mobile\n\"Ann,1\n".utf8), "Line 2: a quotation mark"),
    ]
    for (bytes, sentence) in texts {
      #expect {
        _ = try DelimitedText(bytes)
      } throws: {
        ($0 as? Complaint)?.sentence.contains(sentence) == true
      }
    }
  }

  @Test func aMissingColumnIsNamedWithTheWayOut() throws {
    let text = try DelimitedText(Array("Wer,Nummer\nA,123\n".utf8))
    #expect {
      _ = try CustomerImport(text)
    } throws: {
      ($0 as? Complaint)?.sentence.contains("--column name=HEADING") == true
    }
    _ = try CustomerImport(text, given: ["name": "wer", "phone": "Nummer"])
  }

  @Test(arguments: [
    ("480000", "480000.00"), ("480.000 ₫", "480000.00"), ("1,200,000", "1200000.00"),
    ("€ 49.50", "49.50"), ("49,5", "49.50"), ("1.234,50", "1234.50"), ("1,234.50", "1234.50"),
  ])
  func pricesAreReadAsTheyAreWritten(written: String, price: String) async throws {
    let store = try await spa(in: written.contains("₫") ? "VND" : "EUR")
    let file = try ServiceImport(
      DelimitedText(Array("Service\tDuration\tPrice\nNew\t1h30\t\(written)\n".utf8)), kind: "Body")
    let way = keeping
    let row = try await store.inTransaction { db in
      _ = try file.run(way, db)
      return try db.row(
        """
        SELECT s.duration_minutes AS m, CAST(s.price * 100 AS INTEGER) AS p, k.name FROM services s
        JOIN service_types k ON k.service_type_id = s.service_type_id WHERE s.name = 'New'
        """)
    }
    #expect(row?.int64("m") == 90 && row?.text("name") == "Body")
    #expect(row?.int64("p").map { Money(hundredths: $0).description } == price)
  }

  @Test func aPriceThatCanBeReadInTwoWaysIsItsLinesProblem() async throws {
    let store = try await spa(in: "EUR")
    let file = try ServiceImport(
      DelimitedText(Array("Service,Duration,Price\nA,60,49.50\nB,60,5.555\n".utf8)), kind: "Body")
    let way = keeping
    await #expect {
      _ = try await store.inTransaction { try file.run(way, $0) }
    } throws: { error in
      guard let report = error as? ImportReport else { return false }
      return report.refused.map(\.number) == [3]
        && report.refused[0].sentence.contains("write 5555 or 5.55")
    }
  }
}
