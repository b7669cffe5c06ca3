/// Prometheus' text format, version 0.0.4: families with their help and type, a line a sample.
struct Exposition {
  enum Kind: String {
    case counter
    case gauge
    case histogram
  }

  private(set) var text = ""

  mutating func family(_ name: String, _ kind: Kind, _ help: String) {
    text += "# HELP \(name) \(Self.escaped(help, quotes: false))\n# TYPE \(name) \(kind.rawValue)\n"
  }

  mutating func sample(_ name: String, _ labels: [(name: String, value: String)], _ value: Double) {
    text += name
    if !labels.isEmpty {
      let pairs = labels.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }
      text += "{\(pairs.joined(separator: ","))}"
    }
    text += " \(Self.number(value))\n"
  }

  mutating func gauge(_ name: String, _ help: String, _ value: Double) {
    family(name, .gauge, help)
    sample(name, [], value)
  }

  mutating func counter(_ name: String, _ help: String, _ value: Double) {
    family(name, .counter, help)
    sample(name, [], value)
  }

  mutating func histogram(
    _ name: String, _ labels: [(name: String, value: String)], _ histogram: Metrics.Histogram
  ) {
    var total = 0
    for (bound, count) in zip(Metrics.Timing.bounds, histogram.counts) {
      total += count
      sample("\(name)_bucket", labels + [("le", Self.number(bound))], Double(total))
    }
    total = histogram.counts.reduce(0, +)
    sample("\(name)_bucket", labels + [("le", "+Inf")], Double(total))
    sample("\(name)_sum", labels, histogram.sum)
    sample("\(name)_count", labels, Double(total))
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }

  private static func escaped(_ text: String, quotes: Bool) -> String {
    text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
      .replacing("\"", with: quotes ? "\\\"" : "\"")
  }
}
