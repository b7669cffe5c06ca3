extension String {
  /// As it may be written to a terminal: nothing in it is an order to one.
  package var harmless: String {
    String(unicodeScalars.map { $0.properties.isPrintable ? Character($0) : "?" })
  }

  /// As much of it as a sentence repeats.
  package var excerpt: String { String(unicodeScalars.prefix(40)).harmless }
}

extension Unicode.Scalar.Properties {
  /// No control, no direction mark, nothing that stands for no character.
  fileprivate var isPrintable: Bool {
    switch generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
