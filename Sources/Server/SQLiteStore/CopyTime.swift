import BookingDomain

/// The time in the name of a copy: `20261126T143000Z`. Sorted by name, copies are sorted by time.
package enum CopyTime {
  package static func text(_ instant: Timestamp) -> String {
    String(instant.description.prefix(19).filter { $0 != "-" && $0 != ":" }) + "Z"
  }

  /// Whether this part of a name begins with such a time. Files without it are not ours and are
  /// left alone.
  package static func begins(_ name: some StringProtocol) -> Bool {
    let pattern = "00000000T000000Z"
    return name.utf8.count >= pattern.utf8.count
      && zip(pattern.utf8, name.utf8).allSatisfy { wanted, found in
        wanted == UInt8(ascii: "0") ? (0x30...0x39).contains(found) : wanted == found
      }
  }
}
