/// A message type that nobody here knows, as it may be shown to whoever sent it and stand in a log:
/// letters, digits, `_`, `-` and `.`, and a question mark for everything else.
struct MessageTypeName: CustomStringConvertible {
  let description: String

  private static let longest = 64

  init(_ type: String) {
    let shown = type.unicodeScalars.prefix(Self.longest).map { scalar -> Character in
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "_-.".unicodeScalars.contains(scalar))
      return isPlain ? Character(scalar) : "?"
    }
    description = String(shown)
  }
}
