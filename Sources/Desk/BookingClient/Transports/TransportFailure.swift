import Glibc
import NIOCore
import NIOPosix
import TLS

/// Why a connection did not come about or ended, in the words that the person reads.
struct TransportFailure: Error, Hashable {
  /// No second attempt helps: the certificate is not to be trusted.
  let isAboutTrust: Bool
  let sentence: String

  init(_ sentence: String) {
    isAboutTrust = false
    self.sentence = sentence
  }

  init(_ error: any Error, at address: ServerAddress) {
    switch error {
    case let failure as TransportFailure: self = failure
    case let failure as TLSFailure:
      isAboutTrust = failure.isAboutTrust
      sentence = failure.sentence
    default:
      isAboutTrust = false
      sentence = "\(address) cannot be reached: \(Self.words(for: error))"
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
