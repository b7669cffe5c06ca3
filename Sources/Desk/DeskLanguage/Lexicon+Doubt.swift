import BookingDomain

extension Lexicon {
  /// `"lan" could be Lan Anh (anh), Xuân Lan (xuan): which?`, in brackets the word that means only
  /// this one.
  func doubt(_ said: String, between therapists: [UserID])
    -> (sentence: String, choices: [Draft.Choice])
  {
    let all = therapists.map { "\(name(of: $0)) (\(word(for: $0)))" }
    return (
      "\"\(said)\" could be \(all.joined(separator: ", ")): which?",
      therapists.map { Draft.Choice(text: name(of: $0), edit: .word(word(for: $0))) }
    )
  }
}
