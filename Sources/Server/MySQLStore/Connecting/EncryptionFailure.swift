import Foundation

/// Why there is no encrypted connection to a database, in words that say what to do. The client
/// library has one code for all of it, and OpenSSL's message.
struct EncryptionFailure {
  let error: MySQLError
  let address: MySQLAddress

  var sentence: String {
    "No encrypted connection to \(address.description): \(reason) (\(error))."
  }

  private static let selfMade =
    "MySQL made its certificate itself, and no host stands in it, so that nobody can check it. Give "
    + "the server a certificate with its host's name (ssl-cert, ssl-key; any authority of your own "
    + "will do), with that authority's file as ssl-ca here"

  private var reason: String {
    let file = address.certificateAuthority ?? "the system's authorities"
    guard FileManager.default.isReadableFile(atPath: file) else {
      return "the file of ssl-ca, \(file), cannot be read"
    }
    let message = error.message.lowercased()
    if message.contains("server does not support") {
      return "the database speaks in the clear only. Give it ssl-cert and ssl-key; where the way "
        + "to it is safe by itself, leave ssl-ca out of its address"
    }
    if message.contains("validation of ssl server certificate") {
      // The certificate authority that MySQL made for itself, and a certificate that names no host.
      if message.contains("auto_generated") || isAuthoritySelfMade { return Self.selfMade }
      return "its certificate is for another host than \(address.host). Write the name that stands "
        + "in the certificate"
    }
    if message.contains("issuer") || message.contains("self-signed")
      || message.contains("self signed")
    {
      if message.contains("auto_generated") { return Self.selfMade }
      return "its certificate was signed by nobody in \(file). ssl-ca has to be the certificate of "
        + "the authority that signed it"
    }
    return "look at its certificate and at \(file)"
  }

  /// Whether ssl-ca is the file that MySQL made for itself: the subject says so.
  private var isAuthoritySelfMade: Bool {
    guard let path = address.certificateAuthority,
      let file = try? String(contentsOfFile: path, encoding: .utf8)
    else { return false }
    let lines = file.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("-----") }
    // MySQL ends the file with a NUL.
    let certificate =
      Data(base64Encoded: lines.joined(), options: .ignoreUnknownCharacters) ?? Data()
    return certificate.range(of: Data("Auto_Generated_CA".utf8)) != nil
  }
}
