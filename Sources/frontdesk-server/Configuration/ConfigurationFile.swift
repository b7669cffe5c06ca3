import BookingServer
import Foundation
import TOMLKit

/// The configuration file, read and checked. Whatever is in it and not known is an error: a
/// misspelt setting must not be silently ignored.
struct ConfigurationFile {
  let settings: [Setting: Settings.Given]

  /// No configuration is longer; something else was named by mistake.
  private static let longest = 65_536

  init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw OperatingError("The configuration file \(path) cannot be read.")
    }
    guard data.count <= Self.longest, let text = String(data: data, encoding: .utf8) else {
      throw OperatingError("\(path) is no configuration file: it is not a short text in UTF-8.")
    }
    let table: TOMLTable
    do { table = try TOMLTable(string: text) } catch let error as TOMLParseError {
      throw OperatingError(
        "\(path), line \(error.source.begin.line), column \(error.source.begin.column): "
          + "\(error.description).")
    }
    var reader = Reader(
      path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    try reader.read(table, prefix: "")
    settings = reader.settings
  }

  private struct Reader {
    let path: String
    let lines: [Substring]
    var settings: [Setting: Settings.Given] = [:]

    mutating func read(_ table: TOMLTable, prefix: String) throws {
      for key in table.keys {
        let name = prefix + key
        if let inner = table[key]?.table,
          Setting.allCases.contains(where: { $0.rawValue.hasPrefix(name + ".") })
        {
          try read(inner, prefix: name + ".")
        } else if let setting = Setting(rawValue: name) {
          settings[setting] = Settings.Given(
            text: try text(of: table[key], setting, key), source: "\(place(of: key)): \(name)")
        } else {
          throw OperatingError(
            "\(place(of: key)): there is no setting \"\(name)\". Known ones are "
              + Setting.allCases.map(\.rawValue).joined(separator: ", ") + ".")
        }
      }
    }

    private func text(of value: (any TOMLValueConvertible)?, _ setting: Setting, _ key: String)
      throws -> String
    {
      if let text = value?.string { return text }
      if let number = value?.int { return String(number) }
      if let array = value?.array {
        let texts = array.compactMap(\.string)
        if texts.count == array.count { return texts.joined(separator: ",") }
      }
      throw OperatingError(
        "\(place(of: key)): \(setting.rawValue) must be a text or a number.")
    }

    /// The parser says where a mistake in the syntax is; where a key stands has to be looked for.
    private func place(of key: String) -> String {
      for (index, line) in lines.enumerated() {
        let trimmed = line.drop { $0 == " " || $0 == "\t" || $0 == "[" || $0 == "\"" }
        guard trimmed.hasPrefix(key) else { continue }
        let column = line.count - trimmed.count + 1
        return "\(path), line \(index + 1), column \(column)"
      }
      return path
    }
  }
}
