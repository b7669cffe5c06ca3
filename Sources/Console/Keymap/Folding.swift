/// Names without case and accents, for searching: "nguyen" finds "Nguyễn".
package enum Folding {
  package static func folded(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: continue
      default: result.unicodeScalars.append(scalar.isASCII ? scalar : plain(scalar))
      }
    }
    return result
  }

  /// Unicode names a letter with marks by its plain letter: "LATIN SMALL LETTER D WITH STROKE".
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let prefix = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(prefix) else { return scalar }
    let letter = name.dropFirst(prefix.count).prefix { $0 != " " }
    guard letter.count == 1, let plain = letter.lowercased().unicodeScalars.first else {
      return scalar
    }
    return plain
  }
}
