import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import Foundation
import Screen
import Testing

/// The person's language and clock.
@Suite struct WordingTests {
  private let vietnamese = Wording(.vietnamese)
  private let twelve = Wording(clock: .to12)

  @Test func theLocaleSaysTheLanguage() {
    #expect(Wording.Language(locale: "vi_VN.UTF-8") == .vietnamese)
    #expect(Wording.Language(locale: "vi") == .vietnamese)
    for other in ["C.UTF-8", "en_GB.UTF-8", "vie", "", nil] {
      #expect(Wording.Language(locale: other) == .english)
    }
  }

  @Test(arguments: [
    ("Zora moved to 14:30.", "Zora moved to 2:30 pm."),
    ("00:05 and 12:00", "12:05 am and 12:00 pm"),
    ("14:00–15:30", "2:00–3:30 pm"), ("11:30–12:30", "11:30 am–12:30 pm"),
    ("\"14:30\" is no day", "\"14:30\" is no day"),
    ("12:30:15 114:30 http://a:8080", "12:30:15 114:30 http://a:8080"),
  ])
  func timesOfASentenceGoByTheClock(sentence: String, said: String) {
    #expect(twelve(sentence) == said)
    #expect(Wording.usual(sentence) == sentence)
  }

  @Test func whatWasSaidBeforeIsSaidByThisPersonsClock() {
    let sentence = "Zora Quill moved to 14:30"
    let noon = Wording(.vietnamese, clock: .to12)
    for _ in 0..<2 {
      #expect(vietnamese(sentence) == "Zora Quill: dời sang 14:30")
      #expect(noon(sentence) == "Zora Quill: dời sang 2:30 CH")
    }
    // More than are kept.
    for number in 0..<2_100 { _ = vietnamese("Guest \(number) confirmed") }
    #expect(vietnamese(sentence) == "Zora Quill: dời sang 14:30")
  }

  @Test(arguments: [0, 9, 12, 13, 23]) func aBriefTimeFitsItsColumnsAndIsUnderstood(hour: Int)
    throws
  {
    let time = TimeOfDay(hour: hour, minute: 30)
    let brief = twelve.brief(time)
    #expect(brief.count <= twelve.timeColumns)
    #expect(TimeOfDay(said: brief, in: nil) == time)
    #expect(TimeOfDay(said: time.hourMinute, in: nil) == time)
  }

  @Test(arguments: [
    ("Zora Quill confirmed", "Zora Quill: đã xác nhận"),
    ("Taken back: Zora Quill moved to 14:30", "Đã hoàn tác: Zora Quill: dời sang 14:30"),
    (
      "This booking is for Fri 27 Nov, not for today.",
      "Lịch này là ngày T6 27/11, không phải hôm nay."
    ),
    ("Lan set it to confirmed at 10:05.", "Lan đã đổi thành đã xác nhận lúc 10:05."),
    (
      "Another program moved it to 15:30 on Fri 27 Nov at 10:05.",
      "Lúc 10:05 Chương trình khác đã dời sang 15:30 ngày T6 27/11."
    ),
    (
      "Thai 60': price 480,000; was price 450,000.",
      "Thai 60': giá 480,000; trước là giá 450,000."
    ),
    (
      "There is no bed \"9\"; :house shows them.", "Không có giường \"9\"; :house cho xem."
    ),
    ("Sunday 22 November 2026", "Chủ Nhật 22/11/2026"), ("November 2026", "tháng 11/2026"),
    ("Lan is off Sun 14 Jan–Tue 23 Jan (ill).", "Lan nghỉ CN 14/1–T3 23/1 (ill)."),
    ("14:30 to 15:30, 60 + 10 min", "14:30–15:30, 60 + 10 phút"), ("5 Other", "5 Lý do khác"),
    ("in 1 h 05", "1 giờ 05 nữa"), (" LIVE ", " TRỰC TUYẾN "),
    (
      "Lan has Zora Quill, 14:30–15:30 then, booked by Anna.",
      "Lúc đó Lan có Zora Quill, 14:30–15:30, do Anna đặt."
    ),
    (
      "TWICE: Zora is booked 14:30 with Lan already. VISIT: 17:00 Foot with Mai begins before it ends.",
      "TRÙNG: Zora đã có lịch 14:30 với Lan. CÙNG LƯỢT: 17:00 Foot với Mai bắt đầu trước khi nó kết thúc."
    ),
    (
      "Not done (confirm Zora): This booking is cancelled already.",
      "Chưa làm được (xác nhận Zora): Lịch này đã huỷ rồi."
    ),
  ])
  func sentencesAreMadeInVietnamese(english: String, said: String) {
    #expect(vietnamese(english) == said)
  }

  @Test func whatGuestsAreCalledStaysAsItIs() {
    #expect(vietnamese("Mai Free moved to 9:00") == "Mai Free: dời sang 9:00")
    #expect(vietnamese("Done: call the plumber.") == "Xong: call the plumber.")
    #expect(vietnamese("nobody has this sentence") == "nobody has this sentence")
  }

  /// What somebody wrote may read like a sentence of which little is fixed.
  @Test(arguments: [
    "Hoa: allergic to nuts", "Mai: bad knee, left", "Facial for men", "House of Lotus",
    "Comes with her mother from work", "Nuts and milk, or soya", "Mr Long to be called",
    "Hoa: pregnant, waits for results",
  ])
  func whatSomebodyWroteStaysAsItIs(text: String) {
    #expect(vietnamese(text) == text)
  }

  @Test func figuresAreStillSaid() {
    #expect(vietnamese("3 of 10 left") != "3 of 10 left")
    #expect(vietnamese("14:00 to 15:00") != "14:00 to 15:00")
  }

  @Test func everyVietnameseLetterTakesOneColumn() {
    for binding in Keymap.usual.all {
      let help = vietnamese(binding.help)
      #expect(help != binding.help, "\(binding.help)")
      #expect(DisplayText(help).columns == help.count && DisplayText(help).text == help)
    }
  }

  @Test func bothAtOnce() {
    let both = Wording(.vietnamese, clock: .to12)
    #expect(both("Zora Quill moved to 14:30") == "Zora Quill: dời sang 2:30 CH")
  }

  @Test func helpIsFoundByWordsOfTheLanguage() throws {
    var desk = PaperDesk(wording: vietnamese)
    desk.press(.character("?"))
    desk.type("huy")
    #expect(desk.picture().frame.text.contains("Huỷ, cả lượt"))
  }

  @Test(arguments: KeptScreen.sizes) func theBoardInVietnamese(size: Size) throws {
    var desk = PaperDesk(size: size, wording: vietnamese)
    desk.select(5)
    try KeptScreen.expect(desk, "vi-board")
    desk.press(.character("2"))
    try KeptScreen.expect(desk, "vi-agenda")
  }

  @Test(arguments: KeptScreen.sizes.dropFirst())
  func helpAndMenuInVietnamese(size: Size) throws {
    var desk = PaperDesk(size: size, wording: vietnamese)
    desk.press(.character("?"))
    try KeptScreen.expect(desk, "vi-help")
    desk.press(.escape, .function(10))
    try KeptScreen.expect(desk, "vi-menu")
  }

  @Test(arguments: KeptScreen.sizes.dropFirst())
  func lockedInVietnamese(size: Size) throws {
    var desk = PaperDesk(size: size, wording: vietnamese)
    desk.press(.character("L"))
    try KeptScreen.expect(desk, "vi-locked")
  }

  @Test(arguments: KeptScreen.sizes.dropFirst())
  func aLineInVietnamese(size: Size) throws {
    var desk = PaperDesk(size: size, wording: vietnamese)
    desk.press(.character("b"))
    desk.say("7714 mt60 14:30")
    try KeptScreen.expect(desk, "vi-line")
  }

  @Test(arguments: KeptScreen.sizes) func theBoardOnATwelveHourClock(size: Size) throws {
    var desk = PaperDesk(size: size, wording: twelve)
    desk.select(5)
    try KeptScreen.expect(desk, "12h-board")
    desk.press(.character("2"))
    try KeptScreen.expect(desk, "12h-agenda")
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)])
  func aTherapistsDayOnATwelveHourClock(size: Size) throws {
    let desk = PaperDesk(
      as: SampleSpa.therapistLinh, size: size, bookings: SampleSpa.linhsDay, wording: twelve)
    try KeptScreen.expect(desk, "12h-therapist", showsPaint: true)
  }

  @Test func aWindowsTitleNamesNoGuest() {
    let desk = PaperDesk()
    let title = desk.model.windowTitle.text
    #expect(title.contains("LIVE") && title.contains(desk.model.board.date.short))
    for booking in SampleSpa.bookings { #expect(!title.contains(booking.customer.name)) }
    #expect(title.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value) })
  }

  @Test func whoBlockedTimeIsSaidInVietnamese() {
    let vietnamese = Wording(.vietnamese)
    #expect(
      vietnamese("Lan Anh blocked Sat 5 Dec 14:00–14:30: dentist")
        == "Lan Anh: chặn giờ T7 5/12 14:00–14:30: dentist")
    #expect(
      vietnamese("Lan Anh unblocked Sat 5 Dec 14:00–14:30")
        == "Lan Anh: mở lại giờ T7 5/12 14:00–14:30")
  }
}
