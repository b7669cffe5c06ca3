import BookingDomain
import BookingServer
import Foundation
import Glibc
import Logging
import Settings
import Synchronization

/// The log: a line an entry, `time level message key=value …`, keys in order. Values come from
/// outside too, so that none can forge a line or send a terminal anything.
struct LogLines: LogHandler {
  private var chosen: Logger.Level?
  /// The one that was set, also while the program runs, unless a logger has one of its own.
  var logLevel: Logger.Level {
    get { chosen ?? output.level }
    set { chosen = newValue }
  }
  var metadata: Logger.Metadata = [:]
  private let output: Output
  private let format: Format

  enum Format: String, CaseIterable {
    case text
    /// An object a line, for whoever collects logs.
    case json
  }

  /// Whole lines only, however many threads log.
  final class Output: Sendable {
    private let place: Mutex<(target: LogTarget?, file: FileHandle)>
    private let present: Mutex<Logger.Level>
    private let flood = Mutex(LogFlood())

    /// - Parameter target: nil is stderr.
    init(to target: LogTarget?, level: Logger.Level) throws(SettingsProblem) {
      place = Mutex((target, try target?.open() ?? .standardError))
      present = Mutex(level)
    }

    var level: Logger.Level { present.withLock { $0 } }

    func show(from level: Logger.Level) { present.withLock { $0 = level } }

    /// - Returns: as `LogFlood.admit`.
    fileprivate func admit(_ event: LogEvent, of person: String?) -> Int? {
      let message = event.message.description
      return flood.withLock { $0.admit(event.level, message, of: person) }
    }

    /// The file was moved away: from here on lines go into a new one of its name. Where that cannot be
    /// opened they go on into the old one.
    func reopen() throws(SettingsProblem) { try go(to: place.withLock { $0.target }) }

    /// From here on lines go there.
    func move(to target: LogTarget?) throws(SettingsProblem) {
      if place.withLock({ $0.target?.path != target?.path }) { try go(to: target) }
    }

    private func go(to target: LogTarget?) throws(SettingsProblem) {
      let file = try target?.open() ?? .standardError
      place.withLock { $0 = (target, file) }
    }

    func write(_ line: String) {
      // A full disk or a closed pipe must not stop the desk.
      place.withLock { try? $0.file.write(contentsOf: Data(line.utf8)) }
    }
  }

  init(to output: Output, format: Format = .text) { (self.output, self.format) = (output, format) }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var all = metadata.merging(event.metadata ?? [:]) { $1 }
    guard let unsaid = output.admit(event, of: all["user"]?.description) else { return }
    if unsaid > 0 { all["unsaid"] = .stringConvertible(unsaid) }
    if format == .json { return writeObject(event, all) }
    let fields = all.sorted { $0.key < $1.key }
      .map { " \($0.key)=\(Self.quoted($0.value.description))" }.joined()
    let message = Self.quoted(event.message.description, always: true)
    output.write("\(Clock.system.now()) \(event.level) msg=\(message)\(fields)\n")
  }

  private func writeObject(_ event: LogEvent, _ metadata: Logger.Metadata) {
    var fields = metadata.mapValues(LogField.init)
    fields["time"] = .text("\(Clock.system.now())")
    fields["level"] = .text("\(event.level)")
    fields["msg"] = .text(event.message.description)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts, whole numbers and truths always encode.
    guard let line = try? encoder.encode(fields) else { return }
    output.write(String(decoding: line, as: UTF8.self) + "\n")
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

/// A file that the log goes into, and who set it.
struct LogTarget {
  let path: String
  let source: GivenSettings.Source

  func open() throws(SettingsProblem) -> FileHandle {
    let descriptor = Glibc.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else {
      throw SettingsProblem(
        "\(source): \(path) cannot be written to: \(String(cString: strerror(errno))).")
    }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }
}
