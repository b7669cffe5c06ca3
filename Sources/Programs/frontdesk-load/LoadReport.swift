import BookingClient
import Glibc
import Histogram
import LinePromise

/// What came of it.
struct LoadReport {
  let plan: LoadPlan
  let heard: Watcher.Heard
  let answers: OrderDesk.Answers
  /// Connections that came about.
  let live: Int
  /// Connections that heard of the last order on each booking.
  let level: Int
  let given: Int
  /// Seconds that this program itself needed: close to its running time it measures itself.
  let processor: Double

  /// Why it was not all well; nil where it was.
  var shortfall: String? {
    if live < plan.connections {
      return "\(plan.connections - live) of \(plan.connections) connections did not come about."
    }
    if answers.unanswered + answers.expired > 0 {
      return "\(answers.unanswered + answers.expired) of \(given) orders were not answered."
    }
    if answers.refused > 0 {
      return "\(answers.refused) of \(given) orders were refused: \(answers.refusal ?? "")"
    }
    if given > 0, level < plan.connections {
      return "\(plan.connections - level) of \(plan.connections) connections did not hear of the "
        + "last orders."
    }
    return nil
  }

  var text: String {
    var lines = [
      "\(plan.connections) connections to \(plan.address)"
        + (plan.ordersPerSecond > 0
          ? ", \(plan.ordersPerSecond) orders a second for \(plan.seconds) s" : "")
    ]
    let polling = heard.pollings > 0 ? ", \(heard.pollings) of them polling" : ""
    lines.append(line("connect", heard.connect, "\(live) live\(polling)"))
    if given > 0 {
      lines.append(line("answer", answers.times, "\(answers.accepted) of \(given) accepted"))
      lines.append(
        line(
          "delivery", heard.delivery,
          "\(heard.deliveries) of \(given * plan.connections) heard, \(level) level"))
    }
    lines.append(
      "reconnects \(heard.reconnects), processor time of this program \(tenths(processor)) s")
    return lines.joined(separator: "\n")
  }

  private func line(_ name: String, _ times: Histogram<UInt64>, _ facts: String) -> String {
    let figures = [("p50", 50.0), ("p95", 95), ("p99", 99), ("max", 100)].map { label, percentile in
      "\(label) " + padded(milliseconds(times.valueAtPercentile(percentile)), to: 9)
    }
    return padded(name, to: 9) + figures.joined(separator: "  ") + "  " + facts
  }

  private func milliseconds(_ microseconds: UInt64) -> String {
    "\(tenths(Double(microseconds) / 1000)) ms"
  }

  private func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// One object, times in microseconds.
  var json: String {
    func times(_ histogram: Histogram<UInt64>) -> String {
      let figures = [("p50", 50.0), ("p95", 95), ("p99", 99), ("max", 100)].map {
        "\"\($0)\":\(histogram.valueAtPercentile($1))"
      }
      return "{" + figures.joined(separator: ",") + "}"
    }
    let fields = [
      "\"connections\":\(plan.connections)", "\"live\":\(live)", "\"polling\":\(heard.pollings)",
      "\"reconnects\":\(heard.reconnects)", "\"orders\":\(given)",
      "\"accepted\":\(answers.accepted)", "\"refused\":\(answers.refused)",
      "\"unanswered\":\(answers.unanswered + answers.expired)",
      "\"heard\":\(heard.deliveries)", "\"level\":\(level)",
      "\"processorSeconds\":\(tenths(processor))",
      "\"connect\":" + times(heard.connect), "\"answer\":" + times(answers.times),
      "\"delivery\":" + times(heard.delivery),
    ]
    return "{" + fields.joined(separator: ",") + "}"
  }
}

/// User and system time of this process since it was made.
struct ProcessorTime {
  private let start = Self.now

  var used: Double { Self.now - start }

  private static var now: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double {
      Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
    }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}
