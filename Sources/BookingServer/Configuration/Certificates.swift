import TLS

/// The server's certificate, loaded once at the start.
enum Certificates {
  static func context(_ files: ServerConfiguration.Certificate?) throws(OperatingError)
    -> TLSContext?
  {
    guard let files else { return nil }
    do throws(TLSFailure) {
      return try TLSContext.server(
        certificateFile: files.certificateFile, keyFile: files.keyFile)
    } catch {
      throw OperatingError(error.sentence)
    }
  }
}
