import Glibc

/// What surrounds the program: variables, and the places that belong to the person who runs it.
package struct Environment: Sendable {
  package let variables: [String: String]

  /// Of this process.
  package init() {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      next += 1
    }
    self.variables = variables
  }

  /// Nil where it is not set, or empty.
  package subscript(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// XDG Base Directory Specification, as are the others.
  package var configurationHome: String? {
    self["XDG_CONFIG_HOME"] ?? self["HOME"].map { $0 + "/.config" }
  }

  /// Where a program keeps what it knows from one start to the next.
  package var stateHome: String? {
    self["XDG_STATE_HOME"] ?? self["HOME"].map { $0 + "/.local/state" }
  }

  /// Where a program keeps what the person works on.
  package var dataHome: String? {
    self["XDG_DATA_HOME"] ?? self["HOME"].map { $0 + "/.local/share" }
  }
}
