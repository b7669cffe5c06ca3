import BookingDomain
import Foundation
import SpaSetup
import Testing

@Suite struct CurrencyTests {
  /// As the system's own tables have them, whoever wrote those.
  @Test func whatMoneyIsInTodayIsACurrency() throws {
    // What was money until some year since 2016, and units that only banks count in.
    let gone: Set = ["BGN", "ANG", "CUC", "VEF", "HRK", "SLL", "ZWL", "CHE", "CHW", "COU", "USN"]
    let refused = Locale.commonISOCurrencyCodes.filter {
      !gone.contains($0) && (try? SpaCurrency($0)) == nil
    }
    #expect(refused.isEmpty, "\(refused)")
  }

  @Test(arguments: [
    ("XXY", "three letters"), ("Dong", "VND is the Vietnamese dong"), ("VDN", "VND"),
    ("VNĐ", "VND is"), ("euro", "EUR is the euro"), ("EURO", "EUR is"), ("dollar", "three letters"),
    ("XAU", "there is no currency"), ("BGN", "there is no currency"), ("", "three letters"),
    ("$", "three letters"), ("ECU", "there is no currency"),
  ])
  func whatIsNoneIsRefusedWithWhatMayBeMeant(text: String, words: String) {
    do throws(Complaint) {
      _ = try SpaCurrency(text)
      Issue.record("\(text) is a currency")
    } catch {
      #expect(error.sentence.contains(words), "\(error.sentence)")
    }
  }

  /// ISO 4217's list one.
  @Test(arguments: [
    ("vnd", "1.50", false), ("JPY", "1.50", false), ("EUR", "1.50", true), ("KWD", "1.50", true),
    ("CLP", "0.01", false), ("XPF", "1.00", true), ("UGX", "7.10", false),
  ])
  func fractionsAreTheCurrencysOwn(code: String, price: String, isTaken: Bool) throws {
    let currency = try SpaCurrency(code)
    let written = try WrittenPrice(price)
    let isDone = (try? currency.check(written)) != nil
    #expect(isDone == isTaken)
  }

  @Test(arguments: [
    ("5.555", "write 5555 or 5.55"), ("48,567", "write 48567 or 48.56"),
    ("€ 1.500", "write 1500 or 1.50"),
  ])
  func whatCanBeThousandsOrHundredthsIsRefusedWithBothReadings(
    text: String, words: String
  ) throws {
    do throws(Complaint) {
      try SpaCurrency("EUR").check(try WrittenPrice(text))
      Issue.record("\(text) is taken")
    } catch {
      #expect(error.sentence.hasSuffix(words), "\(error.sentence)")
    }
    try SpaCurrency("VND").check(try WrittenPrice(text))
  }

  @Test(arguments: [
    ("1.500,00", "1500.00"), ("1,500.00", "1500.00"), ("1 500", "1500.00"), ("5.55", "5.55"),
    ("1'500", "1500.00"), ("1.500.000", "1500000.00"), ("5555", "5555.00"),
  ])
  func whatHasOneReadingIsTakenAsIt(text: String, amount: String) throws {
    let price = try WrittenPrice(text)
    try SpaCurrency("EUR").check(price)
    #expect(price.amount.description == amount)
  }

  @Test func oneWrongValueOfAPlanHidesNoOther() {
    let file = SpaPlanFile(
      """
      [spa]
      name = "Sen"
      timezone = "Europe/Berlin"
      currency = "EUR"
      tax = 7.5
      [hours]
      every_day = 09:00-21:00
      [services."Massage"]
      "A" = { minutes = 60, price = 48.50 }
      "B" = { minutes = 60, price = 48.567 }
      "C" = { minutes = 1e2, price = 5 }
      """)
    let told = file.problems.map(\.spoken)
    #expect(file.plan.tax.description == "7.50")
    #expect(
      file.plan.kinds.first?.services.map(\.price.amount.description) == ["48.50"], "\(told)")
    for (line, words) in [
      ("line 7,", ": a value is"), ("line 10,", ": \"48.567\" can be read in two ways"),
      ("line 11,", ": a value is"),
    ] {
      #expect(told.count { $0.hasPrefix(line) && $0.contains(words) } == 1, "\(told)")
    }
  }

  @Test func aPasswordFileIsAskedAboutWithAllTheRest() {
    let file = SpaPlanFile(
      """
      [spa]
      timezone = "Mars/Olympus"
      [manager]
      name = "Hanh"
      password_file = "/nope"
      """
    ) { (file, _, _) throws(Complaint) in throw Complaint("\(file) cannot be read.") }
    let told = file.problems.map(\.spoken)
    #expect(told.contains("line 5, column 1: /nope cannot be read"), "\(told)")
    #expect(told.contains { $0.hasPrefix("line 2, column 1: there is no time zone") }, "\(told)")
  }

  @Test(arguments: [
    ("Hanoi", "zone database such as"), ("Asia/Ho Chi Minh", "has Asia/Ho_Chi_Minh"),
    ("Ho Chi Minh", "Asia/Ho_Chi_Minh"), ("europe/berlin", "Europe/Berlin"),
    ("Europe/Berln", "Europe/Berlin"), ("Bangkok", "Asia/Bangkok"), ("GMT+7", "no time zone"),
    ("ICT", "no time zone"), ("../../etc/passwd", "no time zone"), ("", "no time zone"),
  ])
  func whatIsNoZoneIsRefusedWithWhatMayBeMeant(text: String, words: String) {
    do throws(Complaint) {
      _ = try SpaPlan.checkedZone(text)
      Issue.record("\(text) is a zone")
    } catch {
      #expect(error.sentence.contains(words), "\(error.sentence)")
    }
  }

  @Test(arguments: ["Asia/Ho_Chi_Minh", "Asia/Saigon", "Europe/Kyiv", "US/Pacific", "UTC"])
  func namesOfTheZoneDatabaseAreTaken(name: String) throws {
    #expect(try SpaPlan.checkedZone(name) == name)
  }

  @Test func oneDaysHoursGoBeforeEveryDaysWhicheverStandsFirst() throws {
    let plan = SpaPlanFile(
      """
      [hours]
      Sunday = "closed"
      monday = "10:00-18:00"
      every_day = "09:00-21:00"
      """
    ).plan
    #expect(plan.hours[.sunday] == nil)
    #expect(plan.hours[.monday]?.open.hourMinute == "10:00")
    #expect(plan.hours[.tuesday]?.close.hourMinute == "21:00")
  }
}
