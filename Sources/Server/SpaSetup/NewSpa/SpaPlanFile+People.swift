import BookingDomain
import BookingStore
import TOMLText

/// Who works there.
extension SpaPlanFile {
  mutating func readTherapists(_ section: Section) {
    for entry in section.entries {
      guard case .table(let table) = entry.node.value else {
        complain(
          entry.node, "a therapist is { does = \"Massage\" }, with an email and a phone if you like"
        )
        continue
      }
      guard let name = name(entry.node, entry.key, longest: 100, of: "a therapist's name") else {
        continue
      }
      var therapist = SpaPlan.Therapist(name: name, does: nil)
      for part in table.entries { read(part, into: &therapist) }
      plan.therapists.append(therapist)
    }
    require(
      section, section.entries.isEmpty,
      "there is no therapist: write \"Anna\" = { does = \"Massage\" }")
  }

  private mutating func read(_ part: TOMLText.Table.Entry, into therapist: inout SpaPlan.Therapist)
  {
    guard let text = text(part) else { return }
    switch part.key {
    case "does":
      let kinds = plan.kinds.map(\.name)
      therapist.does = kinds.first { FoldedText($0) == FoldedText(text) }
      if therapist.does == nil {
        complain(
          part.node,
          "there is no kind of treatment \"\(PlainLine.shown(text))\"; there are "
            + kinds.map { "\"\(PlainLine.shown($0))\"" }.joined(separator: ", "))
      }
    case "email":
      therapist.email = checked(part.node) { () throws(Complaint) in try EmailAddress(text) }
      if let email = therapist.email { once(email.text, "the e-mail address", at: part.node) }
    case "phone":
      therapist.phone = checked(part.node) { () throws(Complaint) in try PhoneNumber(text) }
      if let phone = therapist.phone {
        once(text, "a therapist's phone number", as: phone.key.digits, at: part.node)
      }
    case "shifts":
      therapist.week = checked(part.node) { () throws(Complaint) in
        try SpaPlan.checkedWeek(text)
      }
    default: unknown(part, "does, email, phone and shifts")
    }
  }

  mutating func readManager(_ section: Section) {
    var (name, email, file): (String?, EmailAddress?, String?)
    let before = problems.count
    for entry in section.entries {
      guard let text = text(entry) else { continue }
      switch entry.key {
      case "name": name = self.name(entry.node, text, longest: 100, of: "a person's name")
      case "email":
        email = checked(entry.node) { () throws(Complaint) in try EmailAddress(text) }
        if let email { once(email.text, "the e-mail address", at: entry.node) }
      case "password_file": file = text
      case "password":
        complain(
          entry.node,
          "a password does not belong into this file: write password_file = \"/path\", or nothing, and one is made"
        )
      default: unknown(entry, "name, email and password_file")
      }
    }
    if let name, let email {
      plan.manager = SpaPlan.Manager(name: name, email: email, passwordFile: file)
    } else {
      require(
        section, problems.count == before,
        "the first manager needs a name and an email in [manager]")
    }
  }

  mutating func readPassword(_ manager: TOMLText.Table, _ check: PasswordCheck) {
    guard let node = manager["password_file"], case .text(let file) = node.value else { return }
    let known = plan.manager
    _ = checked(node) { () throws(Complaint) in
      try check(file, known?.email, known?.name ?? "")
    }
  }
}
