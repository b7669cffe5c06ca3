import BookingDomain
import BookingStore
import BookingTesting
import SQLiteStore
import SpaSetup
import Testing

/// Tables as other programs export them, by the headings in their own documentation.
@Suite struct ImportTests {
  private let keeping = ImportReport.Way()
  /// 2026-11-30.
  private static let today = LocalDate(dayNumber: 20_787)

  private func spa(in currency: String = "VND") async throws -> SQLiteStore {
    let path = "\(try TestRun.privateDirectory("import"))/spa.db"
    let store = try await SQLiteStore.open(path: path, createIfMissing: true)
    let plan = SpaPlanFile(SpaPlan.example.replacing("\"VND\"", with: "\"\(currency)\""))
    #expect(plan.problems.isEmpty)
    try await store.inTransaction { db in
      try SpaFounding(db).found(
        plan.plan, managerHash: "!", at: Timestamp(milliseconds: 0))
    }
    return store
  }

  private func customers(_ text: String, in store: SQLiteStore) async throws -> [[String?]] {
    let file = try CustomerImport(DelimitedText(Array(text.utf8)))
    let way = keeping
    return try await store.inTransaction { db in
      _ = try file.run(way, today: Self.today, db)
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
      _ = try await store.inTransaction { try file.run(way, today: Self.today, $0) }
    } throws: { error in
      guard let report = error as? ImportReport else { return false }
      return report.refused.map(\.number) == [4, 5, 6]
        && report.refused[1].sentence.contains("line 2 of this file")
    }
    let left = try await store.inSnapshot { try $0.row("SELECT COUNT(*) AS n FROM customers") }
    #expect(left?.int64("n") == 0)
  }

  @Test(arguments: ["\r\n", "\n", "\r"])
  func theLinesOfACellStayLines(end: String) async throws {
    let text = [
      "Name,Phone,Notes,Address", "An,0901444050,\"alert: nuts", "prefers: Lan\",\"12 Hàng Bạc",
      "Hà Nội\"",
    ]
    let store = try await spa()
    let rows = try await customers(text.joined(separator: end) + end, in: store)
    #expect(rows[0][4] == "alert: nuts\nprefers: Lan")
    let address = try await store.inSnapshot { try $0.row("SELECT address FROM customers") }
    #expect(address?.text("address") == "12 Hàng Bạc, Hà Nội")
  }

  /// A spa keeps allergies and notes in columns of their own; the desk, in one.
  @Test func whatIsInAColumnOfAllergiesIsSaidWhenTheGuestArrives() async throws {
    let rows = try await customers(
      """
      Name,Phone,Notes,Allergies,Comment
      An,0901444051,likes tea,nuts,pays cash
      Bo,0901444052,,No,
      Cu,0901444053,alert: pregnant,oil,

      """, in: try await spa())
    #expect(
      rows.map { $0[4] } == ["alert: nuts\nlikes tea\npays cash", nil, "alert: oil, pregnant"])
  }

  @Test func aSecondNumberIsNotLeftOutUnsaid() async throws {
    let text =
      "Name,Phone,Phone,Fax\nAn,0901444051,0901444052,1\nBo,,0901444053,\nCu,0901444054,0901 444 054,\n"
    let report = try await imported(text, into: try await spa())
    #expect(
      report.remarks == [
        "Nothing is done with: Fax.",
        "One phone is taken of each line, \"Phone\" (column 2) before \"Phone\" (column 3): "
          + "what else stands there is left out on 1 line (2).",
      ])
  }

  private func imported(_ text: String, into store: SQLiteStore) async throws -> ImportReport {
    let file = try CustomerImport(DelimitedText(Array(text.utf8)))
    let way = keeping
    return try await store.inTransaction { try file.run(way, today: Self.today, $0) }
  }

  @Test func whatIsInNoColumnIsNoLine() async throws {
    let text = "Name,Phone\r\n,\r\n\"\", \r\nAn,0901444051\r\n,,\r\n"
    let report = try await imported(text, into: try await spa())
    #expect(report.taken.map(\.number) == [4] && report.refused.isEmpty)
  }

  @Test(arguments: ["sep=;\r\n", "\u{FEFF}SEP=;\n", "sep=|\n", ""])
  func whatExcelWritesAboveATableIsNoPartOfIt(first: String) async throws {
    let table = first.contains("|") ? "Name|Phone\nAn|1\n" : "Name;Phone\nAn;1\n"
    #expect {
      _ = try CustomerImport(try DelimitedText(Array((first + "Name\nAn\n").utf8)))
    } throws: {
      ($0 as? Complaint)?.sentence.contains("no column for the phone") == true
    }
    let text = try DelimitedText(Array((first + table).utf8))
    _ = try CustomerImport(text)
    #expect(text.rows.map(\.line) == [first.isEmpty ? 2 : 3])
  }

  @Test(arguments: [("2026-11-30", true), ("2026-12-01", false), ("01/12/2026", false)])
  func nobodyIsBornTomorrow(birthday: String, isTaken: Bool) async throws {
    let store = try await spa()
    let text = "Name,Phone,Birthday\nAn,0901444051,\(birthday)\n"
    if isTaken {
      _ = try await imported(text, into: store)
    } else {
      await #expect {
        _ = try await imported(text, into: store)
      } throws: {
        ($0 as? ImportReport)?.refused.first?.sentence
          == "the birthday 2026-12-01 is still to come"
      }
    }
  }

  @Test(arguments: [
    ("Zumba", "Zumba is a new kind of treatment, which no therapist does yet."),
    (
      "Masage",
      "Masage is a new kind of treatment, which no therapist does yet; did you mean Massage?"
    ), ("massage", nil),
  ])
  func aKindThatNobodyHadIsNamed(kind: String, sentence: String?) async throws {
    let store = try await spa()
    let table = "Service,Duration,Price\nA,60,480000\nB,60,480000\n"
    let file = try ServiceImport(DelimitedText(Array(table.utf8)), kind: kind)
    let way = keeping
    let report = try await store.inTransaction { try file.run(way, $0) }
    #expect(report.remarks == [sentence].compactMap(\.self))
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
