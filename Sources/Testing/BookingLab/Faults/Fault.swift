import BookingTesting

/// What can go wrong on the way between a client and its server.
package enum Fault: Hashable, Sendable {
  /// The piece never arrives; what follows does.
  case drop
  /// The piece arrives later, and everything behind it too: a stream keeps its order.
  case delay(milliseconds: Int64)
  /// The message arrives twice. Requests and answers of HTTP come once whatever is asked, since a
  /// second answer would be one to the next question.
  case duplicate
  /// One byte becomes one that cannot be valid, so that the reader has to notice. (A byte that
  /// becomes another valid one is found by the checksums of TCP and TLS, not by this protocol.)
  case corrupt
  /// From here on nothing arrives in either direction, and neither end is told.
  case halfOpen
  /// The piece is lost and the connection ends properly at both ends.
  case close
  /// The piece arrives and the connection ends properly right behind it.
  case closeAfter
  /// The piece is lost and both ends get a reset.
  case reset
  /// What this end sends is not read any more, for so long; nil is for ever.
  case stall(milliseconds: Int64?)
}

extension Fault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .drop: "drop"
    case .delay(let milliseconds): "delay=\(milliseconds)"
    case .duplicate: "duplicate"
    case .corrupt: "corrupt"
    case .halfOpen: "half-open"
    case .close: "close"
    case .closeAfter: "close-after"
    case .reset: "reset"
    case .stall(nil): "stall"
    case .stall(let milliseconds?): "stall=\(milliseconds)"
    }
  }

  /// The word without its figure, as faults are counted.
  package var word: String { description.split(separator: "=").first.map(String.init) ?? "" }

  package init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let figure = parts.count > 1 ? Int64(parts[1]) : nil
    guard parts.count == 1 || figure != nil else { return nil }
    switch (String(parts[0]), figure) {
    case ("drop", nil): self = .drop
    case ("delay", let milliseconds?): self = .delay(milliseconds: milliseconds)
    case ("duplicate", nil): self = .duplicate
    case ("corrupt", nil): self = .corrupt
    case ("half-open", nil): self = .halfOpen
    case ("close", nil): self = .close
    case ("close-after", nil): self = .closeAfter
    case ("reset", nil): self = .reset
    case ("stall", let milliseconds): self = .stall(milliseconds: milliseconds)
    default: return nil
    }
  }
}
