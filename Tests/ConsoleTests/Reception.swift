import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Screen

/// The sample spa's reception with a register, where the desk's language can be spoken.
enum Reception {
  static let zora = card(71, "Zora Quill", "0901237714", left: 3)
  static let lan = card(72, "Phạm Thị Lan", "0938555102")
  static let otherLan = card(73, "Lan Võ", "0977700321")
  static let register = [zora, lan, otherLan]

  static func card(_ id: Int64, _ name: String, _ phone: String, left: Int = 0) -> CustomerCard {
    CustomerCard(
      customer: Customer(id: CustomerID(id), name: name, phone: phone), email: nil, notes: nil,
      sessions: left == 0
        ? []
        : [
          PaidSessions(
            item: PaymentItemID(id),
            service: ServiceSummary(id: SampleSpa.swedish, name: "Swedish Massage"),
            total: 10, left: left, paidAt: nil)
        ],
      lastVisit: SampleSpa.date - 9, nextVisit: nil)
  }

  /// As the server finds them: digits are a part of the phone number, letters of the name.
  static func matching(_ text: String) -> [CustomerCard] {
    let spellings = FoldedText.spellings(of: text).map { $0.text.split(separator: " ") }
    return register.filter { card in
      if text.allSatisfy(\.isNumber) { return card.customer.phone?.hasSuffix(text) ?? false }
      let names = FoldedText.spellings(of: card.customer.name).map(\.text).joined(separator: " ")
      return spellings.contains { $0.allSatisfy { names.contains($0) } }
    }
  }

  static func desk(_ size: Size = Size(columns: 120, rows: 36), as person: Person? = nil)
    -> PaperDesk
  {
    PaperDesk(as: person ?? SampleSpa.reception, size: size)
  }

  /// A desk at which a line is being typed.
  /// - Parameter key: what begins it.
  static func desk(
    _ size: Size = Size(columns: 120, rows: 36), as person: Person? = nil, typing key: Character,
    _ text: String
  ) -> PaperDesk {
    var desk = desk(size, as: person)
    desk.press(.character(key))
    desk.say(text)
    return desk
  }
}

extension PaperDesk {
  /// The register's answers to what was asked since the last time.
  mutating func hearAnswers() {
    let asked = effects.compactMap { effect -> Question? in
      if case .ask(let question) = effect { question } else { nil }
    }
    effects.removeAll { if case .ask = $0 { true } else { false } }
    for case .customers(let text) in asked {
      let answer = Answer.customers(Reception.matching(text))
      tell(.answered(.customers(text), .success(answer), id: Self.requestID(7_000)))
    }
    if !asked.isEmpty { hearAnswers() }
  }

  /// A phrase with its answers, before Enter.
  mutating func say(_ text: String) {
    type(text)
    hearAnswers()
  }

  var line: String? { if case .command(let field) = model.mode { field.text } else { nil } }

  var draft: Draft? { model.typing.draft }

  var booked: [NewBooking] {
    sent.flatMap { command -> [NewBooking] in
      if case .book(let wanted) = command.order { wanted } else { [] }
    }
  }
}
