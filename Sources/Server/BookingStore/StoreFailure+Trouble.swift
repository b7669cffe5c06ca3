extension StoreFailure {
  /// What it is in a few words for everybody who waits for the database: no path, no address and none
  /// of its own words.
  package enum Trouble: String, CaseIterable, Hashable, Sendable {
    case away
    case locked
    case full
    case readOnly
    case gone
    case replaced
    case damaged
    case unfit

    /// Without a full stop: it stands inside others.
    package var words: String {
      switch self {
      case .away: "The booking database does not answer"
      case .locked: "Another program keeps the booking database locked"
      case .full: "There is no room left on the booking database's disk"
      case .readOnly: "The booking database may not be written"
      case .gone: "The booking database's file has been moved away or deleted"
      case .replaced: "Something else stands in the place of the booking database's file"
      case .damaged: "The booking database is damaged"
      case .unfit: "The booking database cannot be used as it is"
      }
    }
  }
}
