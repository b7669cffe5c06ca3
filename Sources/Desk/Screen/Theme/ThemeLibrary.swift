import TOMLText

/// Finds themes by name or path and reads them with what they inherit.
package struct ThemeLibrary: Sendable {
  /// Where `<name>.toml` is looked for, in this order: the person's own directory, then what was
  /// installed. Last comes the theme that is compiled in.
  package let directories: [String]

  package init(directories: [String]) { self.directories = directories }

  /// The files in which a theme called `name` may be; a path is only itself.
  package func candidates(for name: String) -> [String] {
    if name.contains("/") { return [name] }
    return directories.map { "\($0)/\(name).toml" }
  }

  /// The names to choose from, for completion and for saying what there is.
  package var names: [String] {
    let found = directories.flatMap { DirectoryListing.names(in: $0) }
      .filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }
      .map { String($0.dropLast(5)) }
    return Set(found + [DefaultTheme.name]).sorted()
  }

  /// Throws `ThemeError`: the theme does not exist, cannot be read, or is wrong.
  package func load(_ name: String) throws -> LoadedTheme {
    var files: [ThemeFile] = []
    var read: [ThemeText] = []
    var seen: Set<String> = []
    var next: ThemeFile.Written<String>? = ThemeFile.Written(
      value: name, file: "--theme", place: .init(line: 1, column: 1))
    while let wanted = next {
      guard seen.insert(wanted.value).inserted else {
        throw ThemeError(problems: [wanted.problem("'\(wanted.value)' inherits from itself")])
      }
      let source = try source(of: wanted)
      let file = try ThemeFile(source.text, file: source.path)
      files.append(file)
      read.append(source)
      next = file.inherits
    }
    // The compiled-in theme says something about every role, so that nothing stays without a look.
    files.append(try ThemeFile(DefaultTheme.text, file: DefaultTheme.path))
    var resolution = ThemeResolution(files)
    let shortName = name.split(separator: "/").last.map(String.init) ?? name
    return LoadedTheme(try resolution.theme(named: shortName), name: name, from: read)
  }

  private func source(of wanted: ThemeFile.Written<String>) throws -> ThemeText {
    for path in candidates(for: wanted.value) {
      switch ThemeText.read(path) {
      case .success(let file): return file
      case .failure(.missing): continue
      case .failure(let failure):
        throw ThemeError(problems: [
          ThemeProblem(file: path, line: 1, column: 1, sentence: failure.sentence)
        ])
      }
    }
    if wanted.value == DefaultTheme.name { return DefaultTheme.source }
    let sentence =
      wanted.value.contains("/")
      ? "there is no such file" : unknown("theme", wanted.value, among: names)
    throw ThemeError(problems: [wanted.problem(sentence)])
  }
}

/// A theme and the files it came from, so that a saved change can be noticed.
package struct LoadedTheme: Sendable {
  package let theme: Theme
  /// What the theme is asked for by: a name or a path.
  package let name: String
  private let paths: [String]
  private var stamps: [ThemeText.Stamp?]

  init(_ theme: Theme, name: String, from files: [ThemeText]) {
    self.theme = theme
    self.name = name
    let files = files.filter { $0.stamp != nil }
    paths = files.map(\.path)
    stamps = files.map(\.stamp)
  }

  /// Whether one of its files is not as it was read.
  package var hasChanged: Bool { stamps != paths.map(ThemeText.stamp) }

  /// Goes on with what was read before: a file that turned out wrong is looked at again when it is
  /// saved the next time.
  package mutating func keep() { stamps = paths.map(ThemeText.stamp) }
}

extension Theme {
  /// The compiled-in theme: there without any file.
  package static let standard: Theme = {
    do {
      var resolution = ThemeResolution([
        try ThemeFile(DefaultTheme.text, file: DefaultTheme.path)
      ])
      return try resolution.theme(named: DefaultTheme.name)
    } catch {
      fatalError("The compiled-in theme is wrong: \(error)")
    }
  }()
}
