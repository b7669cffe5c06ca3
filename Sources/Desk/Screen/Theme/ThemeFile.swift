import TOMLText

/// One theme file as it is written: colours still by name, nothing inherited yet.
struct ThemeFile {
  /// A value and where it stands, for telling later what is wrong with it.
  struct Written<Value> {
    let value: Value
    let file: String
    let place: TOMLText.Place

    func problem(_ sentence: String) -> ThemeProblem {
      ThemeProblem(file: file, line: place.line, column: place.column, sentence: sentence)
    }
  }

  /// What is said about a role; nil is inherited.
  struct Role {
    var foreground: Written<String>?
    var background: Written<String>?
    var attributes: Attributes?
    var monoAttributes: Attributes?
    var glyph: DisplayText?
    var asciiGlyph: DisplayText?
    var letter: DisplayText?
  }

  var name: String?
  var variant: Theme.Variant?
  var inherits: Written<String>?
  var palette: [String: Written<String>] = [:]
  var roles: [StyleRole: Role] = [:]

  init() {}

  /// Throws `ThemeError` with everything that is wrong in this file by itself.
  init(_ text: String, file: String) throws {
    let document = TOMLText(text)
    var reader = ThemeFileReader(file: file)
    self = try reader.read(document)
  }
}
