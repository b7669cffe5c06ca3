import BookingDomain

extension Reading {
  /// Somebody whom the line names: the guest or a companion.
  struct Person: Hashable {
    /// After how many `&`; the guest is 0, wherever in the line the guest is named.
    let place: Int
    var phone: Telephone?
    var name: [String] = []
    /// Which of several is meant, from 1 (`#2`).
    var choice: Int?
    var reach: Reach?

    init(place: Int) { self.place = place }

    var isGuest: Bool { place == 0 }
    var isNamed: Bool { phone != nil || !name.isEmpty }
    var spoken: String { name.joined(separator: " ") }

    /// Whether the register is asked who it is. A companion may have just a name for today.
    var isOfRegister: Bool { isGuest || phone != nil || choice != nil || reach != nil }

    var nameKind: Kind { isGuest ? .guest : .companion }
    var phoneKind: Kind { isGuest ? .phone : .companionPhone }

    /// The name without the title that it begins with (`Anh Khoa`), which may be a name as well.
    var untitled: String? {
      guard name.count > 1, ["anh", "em"].contains(name[0].lowercased()) else { return nil }
      return name.dropFirst().joined(separator: " ")
    }
  }

  /// How a new guest without a number of their own can be called.
  enum Reach: Hashable {
    /// At the number in the line, which belongs to somebody else of the family.
    case family
    case numberless
  }

  /// What is typed after an `&` that names nobody is about the guest.
  mutating func settleWhom() {
    for index in companions.indices where !companions[index].who.isNamed {
      let who = companions[index].who
      guest.choice = guest.choice ?? who.choice
      guest.reach = guest.reach ?? who.reach
      companions[index].who = Person(place: who.place)
      for word in words.indices where words[word].place == who.place { words[word].place = 0 }
    }
  }

  /// Makes these words of somebody red, with a sentence.
  mutating func refuse(_ kind: Kind, of person: Person, _ sentence: String) {
    refuse(sentence) { $0.kind == kind && $0.place == person.place }
  }

  mutating func refuse(names: [String], of person: Person, _ sentence: String) {
    refuse(sentence) {
      $0.kind == person.nameKind && $0.place == person.place && names.contains($0.written)
    }
  }

  /// A word next to somebody's number that was read as a day and may be a name.
  func dayBesideNumber(of person: Person) -> String? {
    words.indices.first { index in
      guard words[index].kind == .day,
        DayWord.mayBeName(LineWord(words[index].written, words[index].range))
      else { return false }
      return [index - 1, index + 1].contains {
        words.indices.contains($0) && words[$0].isNumber(of: person)
      }
    }.map { words[$0].written }
  }

  /// Whether all of somebody's name stands directly before or behind the number.
  func namesBesideNumber(of person: Person) -> Bool {
    func isName(_ word: Word) -> Bool {
      word.kind == person.nameKind && word.place == person.place
    }
    guard let first = words.firstIndex(where: isName), let last = words.lastIndex(where: isName)
    else { return false }
    return first > 0 && words[first - 1].isNumber(of: person)
      || last + 1 < words.count && words[last + 1].isNumber(of: person)
  }
}

extension Reading.Word {
  fileprivate func isNumber(of person: Reading.Person) -> Bool {
    kind == person.phoneKind && place == person.place
  }
}
