import BookingTesting
import Foundation
import Testing

/// Stories of people at the real programs, told one after the other: each has the machine to
/// itself, so that what a person would call "at once" can be expected.
@Suite(.serialized) enum Journeys {
  /// The guide's client, which comes with the tests.
  static func guideScript() throws -> String {
    try #require(
      Bundle.module.path(forResource: "guide_client", ofType: "py", inDirectory: "Guide"))
  }
}
