import BookingDomain
import BookingStore
import Testing

/// Columns that any program may have filled with anything.
@Suite struct TolerantRowTests {
  private func row(_ value: StoredValue) -> TolerantRow {
    TolerantRow([value], columns: TolerantRow.Columns(["it"]))
  }

  @Test(
    arguments: [
      (StoredValue.integer(5), 5), (.text("5"), 5), (.real(5), 5), (.real(5.5), nil),
      (.real(.nan), nil), (.text("five"), nil), (.text("99999999999999999999"), nil), (.null, nil),
      (.bytes([0x35]), nil),
    ] as [(StoredValue, Int64?)])
  func aWholeNumberIsReadHoweverItIsWritten(value: StoredValue, number: Int64?) {
    #expect(row(value).int64("it") == number)
    #expect(row(value).bool("it") == (number != nil))
  }

  @Test func whatLiesOutsideOfItsRangeIsNone() {
    #expect(row(.integer(1440)).int("it", in: 1...1440) == 1440)
    #expect(row(.integer(1441)).int("it", in: 1...1440) == nil)
    #expect(row(.integer(-1)).position("it") == nil)
    #expect(row(.integer(.max)).timestamp("it") == nil)
  }

  @Test(arguments: ["0000-00-00", "2026-02-30", "today", ""])
  func aDayThatTheCalendarDoesNotHaveIsNone(text: String) {
    #expect(row(.text(text)).date("it") == nil)
  }

  @Test func textThatIsNoUTF8AndBlanksAreToldApart() {
    #expect(row(.bytes([0x41, 0xFF])).text("it") == "A\u{FFFD}")
    #expect(row(.text(" \t\n")).nonBlankText("it") == nil)
    #expect(row(.integer(0)).nonBlankText("it") == "0")
    #expect(row(.text("x")).text("another") == nil)
  }

  @Test func aTimestampOfTheShopsIsInUTC() {
    #expect(
      row(.text("2026-11-26 14:30:00")).instant("it") == Timestamp("2026-11-26T14:30:00Z"))
    #expect(row(.text("0000-00-00 00:00:00")).instant("it") == nil)
    #expect(Timestamp("2026-11-26T14:30:00.250Z")?.sql == "2026-11-26 14:30:00.250")
  }

  @Test(arguments: ["USER", "CUSTOMER"])
  func peopleAreAKindAndANumber(kind: String) {
    let columns = TolerantRow.Columns(["kind", "number"])
    let row = TolerantRow([.text(kind), 7], columns: columns)
    #expect(row.person("kind", "number")?.kind == kind)
    #expect(TolerantRow([.text("GHOST"), 7], columns: columns).person("kind", "number") == nil)
  }
}
