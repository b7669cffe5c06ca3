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
    let money = try #require(Money(price))
    let isDone = (try? currency.check(money)) != nil
    #expect(isDone == isTaken)
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
