import BookingDomain
import BookingProtocol
import Foundation
import Testing

/// What clients that exist rely on: the guide's samples, field by field.
@Suite struct GuideTests {
  private func json(_ envelope: ServerEnvelope) throws -> [String: Any] {
    let data = Data(ServerCoding.encode(envelope))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func aStatusChangeHasTheGuidesFields() throws {
    let message = try json(
      ServerEnvelope(.event(.confirmation), timestamp: Sample.instant))
    #expect(message["type"] as? String == "BOOKING_STATUS_CHANGED")
    #expect(message["timestamp"] as? String == "2024-01-15T10:30:00Z")
    let data = try #require(message["data"] as? [String: Any])
    #expect(data["bookingId"] as? Int == 123)
    #expect(data["customerId"] as? Int == 456)
    #expect(data["therapistId"] as? Int == 789)
    #expect(data["oldStatus"] as? String == "SCHEDULED")
    #expect(data["newStatus"] as? String == "CONFIRMED")
    #expect(data["appointmentDate"] as? String == "2024-01-15")
    #expect(data["appointmentTime"] as? String == "14:30:00")
    #expect(data["serviceName"] as? String == "Swedish Massage")
  }

  @Test func availabilityHasTheGuidesFields() throws {
    let message = try json(
      ServerEnvelope(.availabilityUpdated(Sample.availability), timestamp: Sample.instant))
    #expect(message["type"] as? String == "AVAILABILITY_UPDATED")
    let data = try #require(message["data"] as? [String: Any])
    #expect(data["serviceId"] as? Int == 5 && data["therapistId"] as? Int == 789)
    #expect(data["date"] as? String == "2024-01-15")
    let slots = try #require(data["availableSlots"] as? [[String: Any]])
    #expect(slots.first?["time"] as? String == "09:00:00")
    #expect(slots.first?["duration"] as? Int == 60)
  }

  @Test func theGreetingSaysTheGuidesSentence() throws {
    let message = try json(
      ServerEnvelope(.connectionEstablished(Sample.welcome), timestamp: Sample.instant))
    let data = try #require(message["data"] as? [String: Any])
    #expect(data["message"] as? String == "Connected to real-time booking system")
  }

  /// As `sendMessage(type, data)` of the guide's JavaScript writes them; ids may be strings there.
  @Test func theGuidesClientIsUnderstood() throws {
    func decode(_ text: String) throws -> ClientMessage {
      try ClientCoding.decode(Array(text.utf8)).message
    }
    #expect(
      try decode(#"{"type":"SUBSCRIBE_BOOKING_UPDATES","timestamp":"2024-01-15T10:30:00.000Z"}"#)
        == .subscribeBookingUpdates(.init()))
    #expect(
      try decode(
        #"{"type":"SUBSCRIBE_THERAPIST_SCHEDULE","data":{"therapistId":"789","date":"2024-01-15"}}"#
      ) == .subscribeTherapistSchedule(therapist: 789, date: Sample.date))
    #expect(
      try decode(
        #"{"type":"REQUEST_AVAILABILITY","data":{"serviceId":5,"date":"2024-01-15","extra":[1]}}"#
      ) == .requestAvailability(service: 5, therapist: nil, date: Sample.date))
  }

  @Test func whatIsNotUnderstoodIsSaid() {
    #expect(ClientCoding.problem(#"{"type":"DANCE","data":{}}"#) == .unknownType("DANCE"))
    #expect(ClientCoding.problem("hello") == .malformed(detail: "not JSON"))
    #expect(ClientCoding.problem("[1]") == .malformed(detail: "not a JSON object"))
    #expect(ClientCoding.problem(#"{"data":{}}"#) == .malformed(detail: "type is missing"))
    #expect(
      ClientCoding.problem(#"{"type":"SUBSCRIBE_THERAPIST_SCHEDULE","data":{"therapistId":7}}"#)
        == .malformed(detail: "data.date is missing"))
    #expect(
      ClientCoding.problem(#"{"type":"UNDO","id":"1","data":{"bookingId":7}}"#)
        == .malformed(detail: "id must be a UUID"))
    #expect(
      ClientCoding.problem(#"{"type":"SUBSCRIBE_BOOKING_UPDATES","data":{"from":"15.1.2024"}}"#)
        == .malformed(detail: "from is not of the form YYYY-MM-DD"))
    #expect(
      ClientCoding.problem(#"{"type":"AUTHENTICATE","data":{"token":5}}"#)
        == .malformed(detail: "data.token is of the wrong kind"))
    let deep = String(repeating: "[", count: 60_000)
    #expect(ClientCoding.problem(deep) != nil)
  }
}
