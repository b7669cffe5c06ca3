import BookingTesting
import Foundation

/// How long something took, time and again.
package struct Times: Sendable {
  /// In milliseconds, the shortest first.
  package let sorted: [Double]

  package init(_ durations: [Duration]) {
    sorted = durations.map { $0 / .milliseconds(1) }.sorted()
  }

  /// `12.3 ms`; a dash where nothing was measured.
  package func percentile(_ percent: Int) -> String {
    guard !sorted.isEmpty else { return "–" }
    let time = sorted[min(sorted.count - 1, sorted.count * percent / 100)]
    return String(format: "%.1f ms", time)
  }

  package var columns: String { "\(percentile(50)) | \(percentile(99))" }
}
