import BookingDomain
import BookingServer
import Foundation
import Logging
import Synchronization

/// The log: a line an entry, `time level message key=value …`, keys in order. Values come from
/// outside too, so that none can forge a line or send a terminal anything.
struct LogLines: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]
  private let output: Output

  /// Whole lines only, however many threads log.
  final class Output: Sendable {
    private let file: Mutex<FileHandle>

    init(_ file: FileHandle) { self.file = Mutex(file) }

    func write(_ line: String) {
      // A full disk or a closed pipe must not stop the desk.
      file.withLock { try? $0.write(contentsOf: Data(line.utf8)) }
    }
  }

  init(to output: Output, level: Logger.Level) {
    self.output = output
    logLevel = level
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    let fields = all.sorted { $0.key < $1.key }
      .map { " \($0.key)=\(Self.quoted($0.value.description))" }.joined()
    let message = Self.quoted(event.message.description, always: true)
    output.write("\(Clock.system.now()) \(event.level) msg=\(message)\(fields)\n")
  }

  private static func quoted(_ text: String, always: Bool = false) -> String {
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x3D }
    if isPlain && !text.isEmpty && !always { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.properties.generalCategory == .control,
        _ where scalar.properties.generalCategory == .format:
        quoted += "\\u{\(String(scalar.value, radix: 16))}"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
