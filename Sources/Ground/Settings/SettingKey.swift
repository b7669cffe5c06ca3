/// One thing that can be set, under one name everywhere: `tls.certificate` stands in the file as
/// `certificate` of the section `[tls]`, in the environment as `FRONTDESK_TLS_CERTIFICATE`, on the
/// command line as `--tls-certificate`.
package struct SettingKey: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case text
    /// Several texts: a list in the file, elsewhere separated by spaces or commas.
    case list
    /// A section of the file whose names are the program's own affair: each a text or a list.
    case section
    /// Never shown: a password.
    case secret
    /// An address; a password that it may have in it is never shown.
    case address

    /// The text as people may see it.
    func shown(_ text: String) -> String {
      switch self {
      case .text, .list, .section: text
      case .secret: "(not shown)"
      case .address: Self.withoutPassword(text)
      }
    }

    /// A password may have any characters in it: rather too much is left out than too little.
    package static func withoutPassword(_ address: String) -> String {
      guard !address.hasPrefix("sqlite:"), let at = address.lastIndex(of: "@") else {
        return address
      }
      let start = address.firstRange(of: "://")?.upperBound ?? address.startIndex
      guard start < at, let colon = address[start..<at].firstIndex(of: ":") else { return address }
      return address[...colon] + "(not shown)" + address[at...]
    }
  }

  /// Words joined by underscores, behind their section and a dot where there is one.
  package let name: String
  package let kind: Kind
  /// What holds where nobody says anything else, in words where it is no fixed text.
  package let usual: String?

  package init(_ name: String, _ kind: Kind = .text, usual: String? = nil) {
    (self.name, self.kind, self.usual) = (name, kind, usual)
  }

  package var flag: String {
    "--" + name.replacing(".", with: "-").replacing("_", with: "-")
  }

  package var environmentName: String {
    "FRONTDESK_" + name.replacing(".", with: "_").uppercased()
  }

  /// Whoever writes `password-file` into the file, as the flag has it, means `password_file`.
  static func spelling(_ name: String) -> String { name.replacing("-", with: "_") }
}
