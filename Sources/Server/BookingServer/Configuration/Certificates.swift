import Logging
import TLS

/// The server's certificate: loaded at the start, and again when its files change.
enum Certificates {
  static func context(_ files: ServerConfiguration.Certificate?, log: Logger)
    throws(OperatingError) -> TLSContext?
  {
    guard let files else { return nil }
    do throws(TLSFailure) {
      return try TLSContext.server(
        certificateFile: files.certificateFile, keyFile: files.keyFile
      ) { failure in
        // A renewal that is only half written is tried again when its other half comes.
        log.error(
          "new certificate not used; the old one stays", metadata: ["cause": "\(failure.sentence)"])
      }
    } catch {
      throw OperatingError(error.sentence)
    }
  }
}
