import BookingServer
import Foundation
import TOMLText

/// The configuration file, read and checked. Whatever is in it and not known is an error: a
/// misspelt setting must not be silently ignored.
struct ConfigurationFile {
  private(set) var settings: [Setting: Settings.Given] = [:]

  /// No configuration is longer; something else was named by mistake.
  private static let longest = 65_536

  private let path: String
  /// All at once: whoever mends a file wants to mend it once.
  private var problems: [String] = []

  init(path: String) throws {
    self.path = path
    guard let data = FileManager.default.contents(atPath: path) else {
      throw WrongSettings(sentence: "The configuration file \(path) cannot be read.")
    }
    guard data.count <= Self.longest, let text = String(data: data, encoding: .utf8) else {
      throw WrongSettings(
        sentence: "\(path) is no configuration file: it is not a short text in UTF-8.")
    }
    let table: TOMLText.Table
    do throws(TOMLText.Malformed) {
      table = try TOMLText(text).root
    } catch {
      throw WrongSettings(sentence: "\(position(error.place)): \(error.sentence).")
    }
    read(table, prefix: "")
    guard problems.isEmpty else { throw WrongSettings(sentence: problems.joined(separator: "\n")) }
  }

  private mutating func read(_ table: TOMLText.Table, prefix: String) {
    for entry in table.entries {
      let name = prefix + entry.key
      let place = position(entry.node.place)
      if case .table(let inner) = entry.node.value,
        Setting.allCases.contains(where: { $0.rawValue.hasPrefix(name + ".") })
      {
        read(inner, prefix: name + ".")
      } else if let setting = Setting(rawValue: name) {
        guard let text = Self.text(of: entry.node.value) else {
          problems.append("\(place): \(setting.rawValue) must be a text or a number.")
          continue
        }
        settings[setting] = Settings.Given(text: text, source: "\(place): \(name)")
      } else {
        problems.append(
          "\(place): there is no setting \"\(name.prefix(40))\". Known ones are "
            + Setting.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
    }
  }

  /// A list of texts is one text with commas between.
  private static func text(of value: TOMLText.Value) -> String? {
    switch value {
    case .text(let text): return text
    case .number(let number): return String(number)
    case .list(let members):
      let texts = members.compactMap { Self.text(of: $0.value) }
      return texts.count == members.count ? texts.joined(separator: ",") : nil
    case .table: return nil
    }
  }

  private func position(_ place: TOMLText.Place) -> String {
    "\(path), line \(place.line), column \(place.column)"
  }
}
