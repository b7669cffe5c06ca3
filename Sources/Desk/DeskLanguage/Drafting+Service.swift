import BookingDomain

/// Which service is meant.
extension Drafting {
  /// What was said, what the guest has paid for, or what is waited for. Of several that a word may
  /// mean: those of the length that was said, that the therapist does, that are paid for. Nil where
  /// nothing was said or paid for.
  func service(
    _ said: Lexicon.Services, _ length: Minutes?, _ therapist: UserID?, _ card: CustomerCard?,
    _ guest: WaitingGuest?, _ reading: inout Reading
  ) throws(Unsettled) -> Service? {
    if let guest, said.isEmpty { return context.service(guest.service.id) }
    let paid = card?.sessions.filter { $0.left > 0 }.map(\.service.id) ?? []
    guard !said.isEmpty else { return paid.first.flatMap(context.service) }
    let left = meant(by: said, length, therapist, paid)
    guard left.count == 1 else { throw Unsettled(draft: refuse(&reading, several: left)) }
    return left[0]
  }

  /// Those of the services that were said which fit the rest of what was said.
  func meant(
    by said: Lexicon.Services, _ length: Minutes?, _ therapist: UserID?,
    _ paid: [ServiceID] = []
  ) -> [Service] {
    var left = said.all.compactMap(context.service)
    func narrow(_ isMeant: (Service) -> Bool) {
      let fewer = left.filter(isMeant)
      if !fewer.isEmpty { left = fewer }
    }
    if let length { narrow { $0.duration == length } }
    if let therapist = therapist.flatMap(context.therapist) { narrow(therapist.does) }
    let best = left.filter { said.best.contains($0.id) }
    if best.count == 1 { return best }
    narrow { paid.contains($0.id) }
    return left
  }

  /// A word for several services is red until one of them is meant; all of them stand below it.
  private func refuse(_ reading: inout Reading, several services: [Service]) -> Draft {
    let names = Self.listed(Array(services.prefix(3)))
    let rest = services.count > 3 ? " or \(services.count - 3) others" : ""
    reading.refuse(.service, "Which: \(names)\(rest)? Add the minutes, or more of the name.")
    return Draft.problem("").with(
      choices: services.prefix(9).map { service in
        let word = context.lexicon.word(for: service.id)
        return Draft.Choice(
          text: (word.map { "\($0)  " } ?? "") + Self.listed([service]),
          edit: word.map(Draft.Choice.Edit.word))
      })
  }

  func noService(for name: String) -> Draft {
    let example = context.lexicon.serviceExample.map { ", as \($0)" } ?? ""
    return .problem("\(name): what? Say the service\(example).")
  }

  /// Names with what tells two of one name apart.
  static func listed(_ services: [Service]) -> String {
    services.prefix(4).map { service in
      service.name.contains("\(service.duration.count)")
        ? service.name : "\(service.name) \(service.duration.count)'"
    }.joined(separator: ", ")
  }
}
