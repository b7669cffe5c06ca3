import BookingDomain
import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// What a guest may do with the own bookings from the web shop's pages, at the real server.
  @Suite struct AGuestsOwnBooking {
    /// Sends an order as a page would, and returns what it is answered with.
    private func order(_ type: String, _ data: String, by guest: GuideClient) async throws
      -> GuideClient.Happening
    {
      let id = UUID().uuidString.lowercased()
      let now = ISO8601DateFormatter().string(from: Date())
      guest.send(raw: #"{"type":"\#(type)","id":"\#(id)","timestamp":"\#(now)","data":\#(data)}"#)
      return try await guest.hears("the answer to \(type)") { happening in
        ["COMMAND_ACCEPTED", "COMMAND_REFUSED", "ERROR"].contains(happening.type)
          && happening.fields["message"]["id"].text == id
      }
    }

    private func cancellation(of booking: Int) -> String {
      #"{"bookingId":\#(booking),"newStatus":"CANCELLED","reason":"ill"}"#
    }

    /// Late is what the spa says, and it costs what the spa says.
    @Test(arguments: [("1440", "yes", "1"), ("1440", "no", "0"), ("30", "yes", "0")])
    func aLateCancellationCostsWhatTheSettingsSay(
      freeUntil: String, usesSession: String, left: String
    ) async throws {
      // Now it is between twelve and one.
      var setting = DemoSpa.Setting(Scene(.init("Zora Quill", with: 1, at: "16:00")))
      setting.flags = [
        "--cancellation-free-until-minutes", freeUntil, "--cancellation-late-uses-session",
        usesSession,
      ]
      try await DemoSpa.during(setting) { spa in
        let guest = try await spa.connect(.customer1, script: try guideScript())
        let answer = try await order(
          "UPDATE_BOOKING_STATUS", cancellation(of: Scene.booking(of: 0)), by: guest)
        #expect(answer.type == "COMMAND_ACCEPTED", "\(answer)")
        #expect(
          try await spa.database.value(
            "SELECT booked_quantity FROM payment_item_usage WHERE payment_item_id = 9000000")
            == left)
      }
    }

    /// Not another's, not one that has begun, and not for longer or elsewhere than is sold online.
    @Test func whatIsNotTheirsToDoIsRefusedWithoutAWordAboutOthers() async throws {
      let scene = Scene(
        .init("Zora Quill", with: 1, at: "11:00", status: "CONFIRMED"),
        .init("Yann Moss", with: 2, at: "16:00"))
      try await DemoSpa.during(scene) { spa in
        let guest = try await spa.connect(.customer1, script: try guideScript())
        let begun = try await order(
          "UPDATE_BOOKING_STATUS", cancellation(of: Scene.booking(of: 0)), by: guest)
        #expect(begun.type == "COMMAND_REFUSED", "\(begun)")
        let others = try await order(
          "UPDATE_BOOKING_STATUS", cancellation(of: Scene.booking(of: 1)), by: guest)
        let none = try await order(
          "UPDATE_BOOKING_STATUS", cancellation(of: 987_654), by: guest)
        #expect(
          others.type == "COMMAND_REFUSED" && others.data["code"].text == none.data["code"].text)
        #expect(!"\(others)".contains("Yann"))

        let service = try await spa.database.value(
          "SELECT service_id FROM payment_items WHERE payment_item_id = 9000000")
        let therapist = try await spa.database.value(
          "SELECT user_id FROM users WHERE email = 'therapist3@demo.spa'")
        func booked(_ time: String, day: Int = 1, minutes: Int = 60) -> String {
          """
          {"bookings":[{"customerId":\(Scene.customer(of: 0)),"serviceId":\(service),\
          "therapistId":\(therapist),"appointmentDate":"\(spa.setting.date + day)",\
          "appointmentTime":"\(time)","durationMinutes":\(minutes),\
          "payment":{"kind":"ITEM","itemId":9000000}}]}
          """
        }
        for wrong in [
          booked("14:07:00"), booked("14:00:00", minutes: 90), booked("14:00:00", minutes: 5),
          booked("11:00:00", day: 0), booked("14:00:00", day: -1), booked("14:00:00", day: 30_000),
        ] {
          let answer = try await order("CREATE_BOOKING", wrong, by: guest)
          #expect(answer.type == "COMMAND_REFUSED", "\(wrong): \(answer)")
        }
        try await spa.database.sql("UPDATE services SET bookable_online = 0;")
        let offline = try await order("CREATE_BOOKING", booked("14:00:00"), by: guest)
        #expect(offline.type == "COMMAND_REFUSED", "\(offline)")
        #expect(
          try await spa.database.value(
            "SELECT COUNT(*) FROM bookings WHERE customer_id = 1 AND booking_id > 9000001") == "0")
      }
    }
  }
}
