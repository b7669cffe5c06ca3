import BookingDomain

/// What the rules refuse a manager may have done with a reason, `// the guest insists`: one phrase
/// behind every order that takes a place.
extension Drafting {
  var mayOverbook: Bool { Rights.scope(of: .overbook, for: context.person.role) == .all }

  /// - Parameters:
  ///   - reason: what was typed after `//`.
  ///   - attempt: the draft without a reason, and with one.
  /// - Returns: the draft by the rules where they allow it, else against them.
  func placed(reason: String?, _ attempt: (String?) -> Draft) -> Draft {
    let draft = attempt(nil)
    guard let refusal = draft.refusal, refusal.code.yieldsToReason else { return draft }
    let reason = reason?.trimmingBlanks ?? ""
    guard mayOverbook else {
      return reason.isEmpty ? draft : draft.adding("Only a manager overbooks.")
    }
    guard !reason.isEmpty else { return draft.adding("// and a reason overbooks.") }
    var forced = attempt(reason)
    guard !forced.isProblem else { return forced }
    forced.says = "\(Draft.overbooks)\(refusal.sentence) \(forced.says)"
    forced.ghosts = forced.ghosts.map { $0.as(.override) }
    return forced
  }

  /// A line's words, and what stands after `//`.
  static func parted(_ text: String) -> (words: String, reason: String?) {
    guard let start = text.firstRange(of: "//") else { return (text, nil) }
    return (String(text[..<start.lowerBound]), String(text[start.upperBound...]).trimmingBlanks)
  }
}

extension Draft {
  /// What was typed after `//` where the rules allow it without.
  func saying(unused reason: String?) -> Draft {
    guard isReady, let reason, !reason.isEmpty, !says.hasPrefix(Self.overbooks) else { return self }
    var draft = self
    draft.chips.append(
      Chip(kind: .note, text: "no rule is broken: the reason is not kept", isSaid: true))
    draft.says += "; no rule is broken: the reason is not kept"
    return draft
  }

  /// What was typed after `//` and is kept as a note: it books nothing, whatever it says.
  func noting(_ note: String?, _ context: PhraseContext) -> Draft {
    guard isReady, let note, !note.isEmpty, !says.hasPrefix(Self.overbooks) else { return self }
    var draft = self
    draft.chips.append(Chip(kind: .note, text: "note: \(note)", isSaid: true))
    draft.says += ", note: \(note)"
    let meant = Self.meant(in: LineWord.words(of: note), context)
    if !meant.isEmpty {
      draft.warn("NOTE: \"\(meant.joined(separator: " "))\" behind // is only written down.")
    }
    return draft
  }

  /// Numbers, times and services in a note.
  private static func meant(in words: [LineWord], _ context: PhraseContext) -> [String] {
    words.indices.filter { index in
      let rest = words[index...]
      let isPhone = Telephone.read(rest)?.phone.isWhole ?? false
      let isTime = TimeWord.read(rest.prefix(1), hours: context.hours).contains {
        if case .time(_, let form) = $0.word { form == .clear || form == .hours } else { false }
      }
      let isService = context.lexicon.services(words[index].folded)?.hasLength ?? false
      return isPhone || isTime || isService
    }.map { words[$0].written }
  }

  fileprivate func adding(_ sentence: String) -> Draft {
    var draft = self
    draft.says += " " + sentence
    if case .problem(let problem, let alternatives) = outcome {
      draft.outcome = .problem("\(problem) \(sentence)", alternatives: alternatives)
    }
    return draft
  }
}
