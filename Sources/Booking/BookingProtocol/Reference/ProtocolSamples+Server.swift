import BookingDomain

extension ProtocolSamples {
  package struct Server: Sendable {
    package let name: String
    package let type: ServerMessageType
    package let envelope: ServerEnvelope

    package var bytes: [UInt8] { ServerCoding.encode(envelope) }
  }

  package static let server: [Server] = [
    sample(
      .connectionEstablished,
      .connectionEstablished(
        .init(
          protocolVersion: ProtocolVersion.current, connection: 7, serverTime: instant,
          zone: SpaZone(
            name: "Asia/Ho_Chi_Minh",
            offsets: [SpaZone.Offset(from: Timestamp(milliseconds: 0), seconds: 25_200)]),
          heartbeat: 15_000, position: position, reconnectSlot: 120, policy: policy))),
    sample(
      .bookingSnapshot,
      .bookingSnapshot(
        .init(
          from: date, to: date, position: position, spa: spa,
          bookings: [booking, sparse, swapped, noted, called, paid, exchanged, wished],
          blocks: [block],
          waiting: [waiting],
          tasks: tasks))),
    sample(
      .subscribed,
      .subscribed(
        .init(from: date, to: date, position: position, replayed: 3, hasSnapshot: true))),
    sample(.bookingCreated, event(.created)),
    sample(.bookingStatusChanged, event(.statusChanged(from: .scheduled, to: .confirmed))),
    sample(.bookingUpdated, event(.updated)),
    sample(.bookingGone, event(.gone, current: nil, version: 4)),
    sample(.paymentCompleted, event(.paymentCompleted(paymentID: 8), current: nil)),
    sample(.blocksChanged, event(.blocksChanged(789, date, [dayOff, block]), current: nil)),
    sample(.waitingChanged, event(.waitingChanged(date, [waiting]), current: nil)),
    sample(.tasksChanged, event(.tasksChanged(tasks), current: nil)),
    sample(
      .boardDigest,
      .boardDigest(
        .init(
          from: date, to: date, position: position, value: 0xFEDC_BA98_7654_3210,
          facts: 0x0123_4567_89AB_CDEF, shifts: 0x0F1E_2D3C_4B5A_6978,
          charges: 0x7766_5544_3322_1100, doubts: 0x0011_2233_4455_6677))),
    sample(
      .availabilityUpdated,
      .availabilityUpdated(
        .init(
          service: 5, therapist: 789, date: date,
          slots: [
            Availability.Slot(therapist: 789, time: nine, duration: 60),
            Availability.Slot(therapist: 789, time: TimeOfDay(hour: 11), duration: 60),
            Availability.Slot(
              therapist: 789, time: TimeOfDay(hour: 15, minute: 30), duration: 90),
          ]))),
    sample(
      .therapistScheduleUpdated,
      .therapistScheduleUpdated(.init(therapist: 789, date: date, bookings: [sparse]))),
    answer { request in
      sample(
        .commandAccepted,
        .commandAccepted(
          .init(id: request, seq: 42, version: 4, isReplayed: true, current: booking)))
    },
    answer { request in
      sample(
        .commandRefused,
        .commandRefused(
          .init(
            id: request,
            refusal: Refusal(
              .slotTaken, "Mai has another booking, 14:30–15:30 then.",
              alternatives: [nine, TimeOfDay(hour: 10)]),
            current: sparse, isReplayed: false)))
    },
    sample(
      .slotHeld,
      .slotHeld(
        SlotHold(
          holder: 7,
          slot: HeldSlot(therapist: 789, date: date, time: nine, duration: 75), byName: "An"))),
    sample(.slotReleased, .slotReleased(holder: 7)),
    sample(.sessionRefreshed, .sessionRefreshed(expiresAt: instant)),
    sample(.sessionExpiring, .sessionExpiring(expiresAt: instant)),
    sample(
      .databaseState,
      .databaseState(
        trouble: "There is no room left on the booking database's disk: nothing is changed.")),
    sample(.serverDraining, .serverDraining(reason: "The server restarts.", slot: 250)),
    sample(.error, .error(message: "Invalid message format", detail: "data.seq is missing")),
    sample(.pong, .pong),
  ].compactMap(\.self)

  private static func sample(_ type: ServerMessageType, _ message: ServerMessage) -> Server {
    let isAnswer: Bool =
      switch type {
      case .subscribed, .bookingSnapshot, .availabilityUpdated, .commandAccepted, .commandRefused,
        .sessionRefreshed, .error, .pong:
        true
      default: false
      }
    return Server(
      name: "", type: type,
      envelope: ServerEnvelope(
        message, id: isAnswer ? request?.text : nil, timestamp: instant))
  }

  private static func answer(_ make: (RequestID) -> Server) -> Server? { request.map(make) }

  private static func event(
    _ kind: EventMessage.Kind, current: Booking? = booking, version: Int64? = nil
  ) -> ServerMessage {
    let isAboutBooking: Bool =
      switch kind {
      case .created, .statusChanged, .updated, .gone, .paymentCompleted: true
      case .blocksChanged, .waitingChanged, .tasksChanged: false
      }
    // The desk's tasks are about nobody's time.
    let isAboutTherapist: Bool = if case .tasksChanged = kind { false } else { true }
    return .event(
      EventMessage(
        kind: kind, booking: isAboutBooking ? 123 : nil, current: current, version: version,
        customer: isAboutBooking ? 456 : nil, therapist: isAboutTherapist ? 789 : nil, seq: 42,
        prev: 41, byName: "An", at: instant))
  }
}
