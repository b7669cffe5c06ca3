import BookingDomain
import Foundation

/// The names of the zone database.
enum ZoneNames {
  /// The system also understands offsets and abbreviations (`GMT+7`, `EST`), which know no summer
  /// time, or mean another place to somebody else. Older names of a place (`Asia/Saigon`) are names.
  static func isKnown(_ name: String) -> Bool {
    // The database has room for 64 letters, and no zone has more than 40.
    guard name.utf8.count <= 64, TimeZone(identifier: name) != nil else { return false }
    return name.contains("/") || ["UTC", "GMT"].contains(name)
  }

  /// What somebody may have meant who wrote `text`: its city, or its name with a slip. Empty where
  /// that could be too many.
  static func resembling(_ text: String) -> [String] {
    let wanted = plain(text)
    let city = plain(String(text.split(separator: "/").last ?? ""))
    func all(_ isMeant: (_ name: String, _ city: String) -> Bool) -> [String] {
      known.filter { isMeant(plain($0), plain(String($0.split(separator: "/").last ?? ""))) }
    }
    for found in [
      all { name, _ in name == wanted }, all { _, known in known == wanted || known == city },
      all { name, known in
        Resemblance.isSlip(wanted, for: name) || Resemblance.isSlip(city, for: known)
      },
    ] where !found.isEmpty {
      return found.count > 3 ? [] : found.sorted()
    }
    return []
  }

  private static func plain(_ text: String) -> String {
    FoldedText(text.replacing("_", with: " ")).text
  }

  private static let known = Set(TimeZone.knownTimeZoneIdentifiers)
}
