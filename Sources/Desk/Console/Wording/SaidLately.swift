import Synchronization

/// What was translated lately: a frame says nearly all that the one before it said, and looking all of
/// it up anew made a frame in Vietnamese twice as dear as one in English.
enum SaidLately {
  private static let said = Mutex<[Wording: [String: String]]>([:])

  /// A frame has some 300 sentences, and each minute brings new times. Where so many are kept, all are
  /// looked up anew, which one frame pays for.
  private static let most = 2_000

  static func translation(
    of english: String, in wording: Wording, _ translate: (String) -> String
  ) -> String {
    if let found = said.withLock({ $0[wording]?[english] }) { return found }
    let translated = translate(english)
    said.withLock { said in
      if said[wording, default: [:]].count >= most { said[wording] = [:] }
      said[wording, default: [:]][english] = translated
    }
    return translated
  }
}
