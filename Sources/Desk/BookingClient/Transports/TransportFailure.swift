import Glibc
import NIOCore
import NIOPosix
import TLS

/// Why a connection did not come about or ended, in the words that the person reads.
struct TransportFailure: Error, Hashable {
  /// No second attempt helps: the certificate is not to be trusted.
  let isAboutTrust: Bool
  /// The machine is there and nobody listens on it, as while a server restarts.
  let isAbsence: Bool
  let sentence: String

  init(_ sentence: String) {
    isAboutTrust = false
    isAbsence = false
    self.sentence = sentence
  }

  init(_ error: any Error, at address: ServerAddress) {
    switch error {
    case let failure as TransportFailure: self = failure
    case let failure as TLSFailure:
      isAboutTrust = failure.isAboutTrust
      isAbsence = false
      sentence = failure.sentence
    default:
      isAboutTrust = false
      isAbsence = Self.code(of: error) == ECONNREFUSED
      sentence = "\(address) cannot be reached: \(Self.words(for: error))"
    }
  }

  private static func code(of error: any Error) -> Int32? {
    switch error {
    case let error as NIOConnectionError:
      error.connectionErrors.last.flatMap { code(of: $0.error) }
    case let error as IOError: error.errnoCode
    default: nil
    }
  }

  private static func words(for error: any Error) -> String {
    switch error {
    case let error as NIOConnectionError:
      error.connectionErrors.last.map { words(for: $0.error) } ?? "nobody knows that name"
    case let error as IOError: String(cString: strerror(error.errnoCode)).lowercased()
    case ChannelError.connectTimeout: "no answer in time"
    case ChannelError.ioOnClosedChannel, ChannelError.inputClosed, ChannelError.eof,
      ChannelError.alreadyClosed:
      "the connection was closed"
    default: "the connection failed"
    }
  }
}
