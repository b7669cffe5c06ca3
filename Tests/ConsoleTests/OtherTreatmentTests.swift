import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import Screen
import Testing

/// `i`: another treatment, and what is said about the money before Enter.
@Suite struct OtherTreatmentTests {
  /// Zora's hour with Linh at five.
  private func desk(_ payment: BookingPayment? = nil, _ edit: (inout Booking) -> Void = { _ in })
    -> PaperDesk
  {
    var desk = Reception.desk()
    var booking = SampleSpa.booking(901, "Zora Quill", "17:00", with: SampleSpa.linh)
    booking.customer = Reception.zora.customer
    booking.payment = payment
    edit(&booking)
    desk.deliver([booking])
    desk.select(901)
    return desk
  }

  private func sold(_ status: PaymentStatus, _ method: PaymentMethod = .cash) -> BookingPayment {
    BookingPayment(
      number: 5, standing: PaymentStanding(status, method),
      sum: Money("480000") ?? .zero, sessions: 1, isDeskSale: true)
  }

  private func says(_ line: String, _ payment: BookingPayment?) -> String {
    var desk = desk(payment)
    desk.press(.character("i"))
    desk.say(line)
    return desk.draft?.says ?? ""
  }

  @Test(arguments: [
    ("stone", "480,000 → 720,000: 240,000 more to take, cash"),
    ("stone card", "480,000 cash to give back; 720,000 card to take"),
    ("stone unpaid", "480,000 cash to give back; 720,000 unpaid"),
  ])
  func theDifferenceOfWhatWasPaidIsSaid(line: String, money: String) {
    #expect(says(line, sold(.paid)).contains(money), "\(says(line, sold(.paid)))")
  }

  @Test func whatIsOwedStaysOwed() {
    #expect(says("stone", sold(.pending)).contains("480,000 → 720,000, unpaid"))
    #expect(
      says("stone momo", sold(.pending)).contains("480,000 was not paid; 720,000 Momo to take"))
  }

  @Test func aPackagesSessionGoesBack() {
    var package = sold(.paid)
    package.isDeskSale = false
    #expect(
      says("stone", package)
        .contains("the session of Swedish Massage goes back; 720,000 unpaid"))
  }

  @Test func oneOrderCarriesAllOfIt() throws {
    var desk = desk(sold(.paid, .momo))
    desk.press(.character("i"))
    desk.say("stone mai")
    desk.press(.enter)
    let seen = Sight(status: .scheduled, version: 1)
    #expect(
      desk.sent.last?.order
        == .change(
          .changeService(
            ServiceChange(
              to: SampleSpa.stone, therapist: SampleSpa.mai, payment: .paidSessionOrSale(.momo))),
          of: 901, seen: seen))
  }

  @Test func whatItIsAlreadyAndWhatIsOverIsRefusedAtOnce() {
    #expect(says("swedish", nil).contains("It is Swedish Massage already."))
    var desk = desk { $0.status = .completed }
    desk.press(.character("i"))
    #expect(desk.line == nil)
  }
}
