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
      ) { renewal in
        var metadata: Logger.Metadata = ["certificate": "\(files.certificateFile)"]
        switch renewal {
        case .taken:
          metadata["days"] = CertificateFile.daysLeft(in: files.certificateFile).map {
            .stringConvertible($0)
          }
          log.notice("new certificate taken", metadata: metadata)
        case .notUsed(let failure):
          // A renewal that is only half written is tried again when its other half comes.
          metadata["cause"] = "\(failure.sentence)"
          log.error("new certificate not used; the old one stays", metadata: metadata)
        }
      }
    } catch {
      throw OperatingError(error.sentence)
    }
  }
}
