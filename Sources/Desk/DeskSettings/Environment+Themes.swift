import Glibc
import Settings

extension Environment {
  /// The person's own, then what was installed beside the program, then the sources' own where the
  /// program was built.
  package var themeDirectories: [String] {
    var directories = [
      self["FRONTDESK_THEMES"], configurationHome.map { $0 + "/frontdesk/themes" },
    ]
    .compactMap { $0 }
    guard let program = Self.resolved("/proc/self/exe") else { return directories }
    var folder = program[...]
    for level in 1...5 {
      guard let slash = folder.lastIndex(of: "/") else { break }
      folder = folder[..<slash]
      if level == 2 { directories.append(folder + "/share/frontdesk/themes") }
      if level > 2 { directories.append(folder + "/Themes") }
    }
    return directories
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
