import BookingTesting
import Foundation
import Testing

@Suite struct GuideReconnectTests {
  /// Five attempts with 1 s doubling are all that the web shop's client makes.
  @Test func theGuidesClientIsConnectedAfterEveryRestart() async throws {
    let script = try #require(
      Bundle.module.path(forResource: "guide_reconnect", ofType: "py", inDirectory: "Guide"))
    try await DemoSpa.during { spa in
      let client = try GuideClient(script: script, url: spa.url, email: "therapist1@demo.spa")
      spa.atClosing { await client.close() }
      try await client.hears("CONNECTION_ESTABLISHED")
      for restart in 1...3 {
        try await spa.crash()
        try await spa.restart()
        try await client.hears("CONNECTION_ESTABLISHED", times: restart + 1)
      }
      try await spa.database.sql(
        """
        UPDATE bookings SET booking_status = CASE booking_status WHEN 'CONFIRMED' THEN 'SCHEDULED'
          ELSE 'CONFIRMED' END
        WHERE booking_id = (SELECT MAX(booking_id) FROM bookings
          WHERE therapist_user_id = (SELECT user_id FROM users WHERE email = 'therapist1@demo.spa'));
        """)
      try await client.hears("BOOKING_STATUS_CHANGED")
    }
  }
}
