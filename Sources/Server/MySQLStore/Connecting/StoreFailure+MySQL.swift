import BookingStore

extension StoreFailure {
  static func wrapping<T>(
    _ address: MySQLAddress, isOrder: Bool = false, _ work: () async throws -> T
  ) async throws -> T {
    try await wrapping(
      isOrder: isOrder, explain: { StoreFailure(of: $0, at: address) }, work)
  }

  init(of error: any Error, at address: MySQLAddress) {
    if let error = error as? MySQLError {
      let failure = Self.explained(error, at: address)
      self.init(
        failure.code, failure.sentence, words: failure.words, mark: Int(error.code),
        trouble: failure.trouble)
    } else {
      self.init(ofAny: error, at: address.description)
    }
  }

  private static func explained(_ error: MySQLError, at address: MySQLAddress) -> StoreFailure {
    let place = address.description
    return switch error.kind {
    case .rolledBack, .locked:
      StoreFailure(
        .locked,
        "Another program keeps rows of \(place) locked; it has to commit or end (\(error)).")
    case .readOnly:
      StoreFailure(
        .unavailable,
        "The database \(place) may only be read at present (\(error)). After a failover its address "
          + "has to lead to the new primary; nothing else needs to be done here.",
        trouble: .readOnly)
    case .connectionLost: StoreFailure(.unavailable, "The database \(place) is away: \(error).")
    case .away: away(error, at: address)
    case .duplicate, .refused, .unknown: refused(error, at: address)
    }
  }

  private static func away(_ error: MySQLError, at address: MySQLAddress) -> StoreFailure {
    let place = address.description
    return switch error.code {
    case 1045, 1044, 1698, 1130, 1820, 1862, 3118, 4151:
      StoreFailure(
        .unusable, "\(place) does not let us in (\(error)). Check user, password and grants.")
    case 1049: StoreFailure(.unusable, "There is no database \(place) (\(error)).")
    case 2026:
      StoreFailure(.unusable, EncryptionFailure(error: error, address: address).sentence)
    case 1021, 1114, 3675:
      StoreFailure(
        .unavailable, "There is no room left for \(place) (\(error)).", trouble: .full)
    default: StoreFailure(.unavailable, "The database \(place) is away: \(error).")
    }
  }

  private static func refused(_ error: MySQLError, at address: MySQLAddress) -> StoreFailure {
    let place = address.description
    let sentence =
      switch error.code {
      case 1142, 1143, 1227, 1370, 1419: MissingGrant(error: error).sentence
      case 1146:
        "\(place) lacks a table (\(error)). `frontdesk-server migrate --database …` prepares it."
      default: "The database \(place) refused it: \(error)."
      }
    return StoreFailure(.refused, sentence, words: error.message)
  }
}

/// What the operator has to allow, where the database refused it.
struct MissingGrant {
  let error: MySQLError

  var sentence: String {
    if error.code == 1419 {
      return "The database keeps a binary log and does not let this user make triggers (1419). "
        + "Let an administrator run SET GLOBAL log_bin_trust_function_creators = 1 (and put it "
        + "into the server's configuration), or run migrate as a user with SUPER."
    }
    return "The database refused it: \(error). Serving needs SELECT, INSERT, UPDATE and DELETE; "
      + "migrate needs CREATE, DROP, INDEX, ALTER, REFERENCES and TRIGGER as well, all on the "
      + "spa's database: GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, INDEX, ALTER, "
      + "REFERENCES, TRIGGER ON DATABASE.* TO USER."
  }
}
