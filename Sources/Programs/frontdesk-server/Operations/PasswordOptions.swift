import ArgumentParser
import BookingServer
import Foundation
import ProgramStart
import SpaSetup

/// Where a new password comes from. Never from an argument: everybody on the machine can read those.
struct PasswordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file whose first line is the password; - is standard input.", valueName: "file"))
  var passwordFile: String?

  @Flag(help: "Make a password by chance and show it, once.")
  var makePassword = false

  func validate() throws {
    guard passwordFile == nil || !makePassword else {
      throw ValidationError("Choose one of --password-file and --make-password.")
    }
  }

  /// The password, and what to say about it when all is done.
  func password(for email: EmailAddress, named name: String) throws -> (Password, note: String?) {
    if makePassword {
      let made = Password.made()
      return (made, "The password is \(made.text) and is not shown again.")
    }
    if let passwordFile {
      return (try Password(try Self.firstLine(of: passwordFile), of: email, named: name), nil)
    }
    guard HiddenLine.isPossible else {
      throw OperatingError(
        "There is no terminal to type a password at: add --password-file FILE or --make-password.")
    }
    return (try typed(for: email, named: name), nil)
  }

  private func typed(for email: EmailAddress, named name: String) throws -> Password {
    guard let first = HiddenLine.read(asking: "Password for \(email.text): ") else {
      throw OperatingError("No password was typed; nothing was changed.")
    }
    let password = try Password(first, of: email, named: name)
    guard HiddenLine.read(asking: "Once more: ") == first else {
      throw OperatingError("The two passwords are not the same; nothing was changed.")
    }
    return password
  }

  static func firstLine(of path: String) throws -> String {
    let data =
      path == "-"
      ? try FileHandle.standardInput.read(upToCount: 4096)
      : FileManager.default.contents(atPath: path)
    guard let data, data.count <= 4096, let text = String(data: data, encoding: .utf8) else {
      throw OperatingError(
        "--password-file: \(path) cannot be read as a short text in UTF-8.")
    }
    return text.split(omittingEmptySubsequences: false) { $0.isNewline }.first.map(String.init)
      ?? ""
  }
}
