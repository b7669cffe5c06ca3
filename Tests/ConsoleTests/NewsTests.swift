import BookingDomain
import BookingTesting
import Console
import LinePromise
import Testing

/// What others did is said with what it was before, so that nobody has to look it up.
@Suite struct NewsTests {
  private static let sofia: BookingID = 9

  /// A change with what the booking became by it.
  struct Deed: CustomTestStringConvertible, Sendable {
    let english: String
    let vietnamese: String
    let kind: @Sendable (Booking) -> BookingChange.Kind
    var edit: @Sendable (inout Booking) -> Void = { _ in }

    var testDescription: String { english }
  }

  static let deeds = [
    Deed(
      english: "Sofia Rossi now with Linh Nguyễn, was with Mai Trần",
      vietnamese: "Sofia Rossi: nay với Linh Nguyễn, trước với Mai Trần",
      kind: { .moved(from: $0.slot) }, edit: { $0.therapist = SampleSpa.linh }),
    Deed(
      english: "Sofia Rossi moved to 17:30, was 14:15",
      vietnamese: "Sofia Rossi: dời sang 17:30, trước là 14:15",
      kind: { .moved(from: $0.slot) }, edit: { $0.time = SampleSpa.clock("17:30") }),
    Deed(
      english: "Sofia Rossi moved to 17:30 with Linh Nguyễn, was 14:15 with Mai Trần",
      vietnamese: "Sofia Rossi: dời sang 17:30 với Linh Nguyễn, trước là 14:15 với Mai Trần",
      kind: { .moved(from: $0.slot) },
      edit: { ($0.time, $0.therapist) = (SampleSpa.clock("17:30"), SampleSpa.linh) }),
    Deed(
      english: "Sofia Rossi moved to Tue 24 Nov 14:15, was Sun 22 Nov 14:15",
      vietnamese: "Sofia Rossi: dời sang T3 24/11 14:15, trước là CN 22/11 14:15",
      kind: { .moved(from: $0.slot) }, edit: { $0.date = SampleSpa.date + 2 }),
    Deed(
      english: "Sofia Rossi now 1 h 30, was 1 h 00",
      vietnamese: "Sofia Rossi: nay 1 giờ 30, trước là 1 giờ 00",
      kind: { .moved(from: $0.slot) }, edit: { $0.duration = 90 }),
    Deed(
      english: "Sofia Rossi now in Lotus, bed 1, was in Orchid, bed B",
      vietnamese: "Sofia Rossi: nay ở Lotus, giường 1, trước ở Orchid, giường B",
      kind: { .moved(from: $0.slot) }, edit: { $0.place = SampleSpa.place(3) }),
    Deed(
      english: "Sofia Rossi swapped with Peter van den Berg, now 14:15 with Linh Nguyễn",
      vietnamese: "Sofia Rossi: đã đổi chỗ với Peter van den Berg, nay 14:15 với Linh Nguyễn",
      kind: { .swapped(from: $0.slot, with: 7) }, edit: { $0.therapist = SampleSpa.linh }),
    Deed(
      english: "Sofia Rossi has the notes: no oil",
      vietnamese: "Sofia Rossi: ghi chú: no oil",
      kind: { .notes(from: $0.notes) }, edit: { $0.notes = "no oil" }),
    Deed(
      english: "Sofia Rossi wishes for Mai Trần, was for Linh Nguyễn",
      vietnamese: "Sofia Rossi: yêu cầu Mai Trần, trước là Linh Nguyễn",
      kind: { _ in .wished(from: SampleSpa.linh, to: SampleSpa.mai) }),
    Deed(
      english: "Sofia Rossi no longer wishes for Linh Nguyễn",
      vietnamese: "Sofia Rossi: không còn yêu cầu Linh Nguyễn",
      kind: { _ in .wished(from: SampleSpa.linh, to: nil) }),
    Deed(
      english: "Sofia Rossi has paid, card", vietnamese: "Sofia Rossi: đã trả, thẻ",
      kind: { _ in
        .payment(from: PaymentStanding(.pending, .cash), to: PaymentStanding(.paid, .creditCard))
      }),
    Deed(
      english: "Sofia Rossi has Hot Stone now, was Swedish Massage",
      vietnamese: "Sofia Rossi: nay là Hot Stone, trước là Swedish Massage",
      kind: {
        .service(
          ServiceExchange(
            from: $0.service, to: ServiceSummary(id: SampleSpa.stone, name: "Hot Stone"),
            slot: $0.slot, item: $0.paymentItem, left: nil, sold: nil))
      }),
  ]

  private static func news(of booking: Booking, as person: Person = SampleSpa.reception)
    -> PaperDesk
  {
    var desk = PaperDesk(as: person)
    desk.tell(
      .line(.booking(booking, BookingNews(kind: .updated, byName: "Bella", at: desk.now))))
    return desk
  }

  private static func done(_ deed: Deed) throws -> Booking {
    var booking = try #require(PaperDesk().model.board.bookings[sofia])
    let kind = deed.kind(booking)
    booking.version += 1
    deed.edit(&booking)
    booking.lastChange = BookingChange(
      kind: kind, by: .user(3), byName: "Bella", at: SampleSpa.now)
    return booking
  }

  @Test(arguments: deeds) func whatHappenedIsSaidWithWhatItWas(deed: Deed) throws {
    let desk = Self.news(of: try Self.done(deed))
    let said = try #require(desk.model.lastNews?.what(SampleSpa.date, on: desk.model.board))
    #expect(said == deed.english)
    #expect(Wording(.vietnamese)(said) == deed.vietnamese)
  }

  /// As the web shop's commits come: the booking is another, and nothing says who made it so.
  @Test(arguments: deeds.prefix(6)) func anotherProgramsChangeIsSaidByWhatDiffers(deed: Deed) throws
  {
    var booking = try Self.done(deed)
    booking.lastChange = nil
    let desk = Self.news(of: booking)
    #expect(desk.model.lastNews?.what(SampleSpa.date, on: desk.model.board) == deed.english)
  }

  /// The other guest of a swap is on no board but the desk's.
  @Test func aTherapistReadsNoNameThatIsNotTheirs() throws {
    var mine = try #require(SampleSpa.linhsDay.first { $0.id == 6 })
    mine.version += 1
    mine.lastChange = BookingChange(
      kind: .swapped(from: mine.slot, with: Self.sofia), by: .user(3), byName: "Bella",
      at: SampleSpa.now)
    var desk = PaperDesk(as: SampleSpa.therapistLinh, bookings: SampleSpa.linhsDay)
    desk.tell(.line(.booking(mine, BookingNews(kind: .updated, byName: "Bella", at: desk.now))))
    let said = try #require(desk.model.lastNews?.what(SampleSpa.date, on: desk.model.board))
    #expect(said == "محمد علي swapped, now 16:15 with Linh Nguyễn")
  }

  @Test func anOldChangeIsNoNewsOfWhatNobodyKnows() throws {
    var booking = try #require(PaperDesk().model.board.bookings[5])
    booking.version += 1
    booking.buffer = 0
    let desk = Self.news(of: booking)
    #expect(
      desk.model.lastNews?.what(SampleSpa.date, on: desk.model.board) == "Trần Quốc Bảo changed")
  }
}
