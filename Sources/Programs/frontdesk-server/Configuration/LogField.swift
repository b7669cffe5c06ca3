import Logging

/// What stands behind a key of a log line, for whoever collects lines as JSON: numbers are numbers
/// there, as they were logged.
enum LogField: Encodable {
  case text(String)
  case number(Int64)
  case truth(Bool)

  init(_ value: Logger.MetadataValue) {
    guard case .stringConvertible(let given) = value else {
      self = .text(value.description)
      return
    }
    switch given {
    case let truth as Bool: self = .truth(truth)
    case let number as any BinaryInteger: self = .number(Int64(clamping: number))
    default: self = .text(given.description)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .truth(let truth): try container.encode(truth)
    }
  }
}
