import BookingDomain

/// A spa to look at, test with and measure on: the rows of its tables, made from a seed. The same
/// request gives the same rows, byte for byte, on every machine.
package struct DemoDatabase: Hashable, Sendable {
  package enum Size: String, CaseIterable, Hashable, Sendable {
    case small
    case big
  }

  /// What a spa is made from.
  package struct Request: Hashable, Sendable {
    package let size: Size
    package let seed: UInt64
    /// The day to be full of life.
    package let date: LocalDate
    /// Where that day stands: what lies before is over, what lies after is to come.
    package let now: Moment
    /// Days of history before `date`; thirteen months, which figures by weekday and season need.
    package let daysBehind: Int

    package init(
      size: Size, seed: UInt64, date: LocalDate, now: Moment, daysBehind: Int = 396
    ) {
      self.size = size
      self.seed = seed
      self.date = date
      self.now = now
      self.daysBehind = daysBehind
    }
  }

  package let name: String
  package let zoneName: String
  package let hours: BusinessHours
  package let users: [User]
  package let therapists: [Therapist]
  package let serviceTypes: [String]
  package let services: [Service]
  package let rooms: [Room]
  package let beds: [Bed]
  package let customers: [Customer]
  package internal(set) var payments: [Payment] = []
  package internal(set) var items: [Item] = []
  package internal(set) var bookings: [Booking] = []

  /// "demo" under bcrypt, with a salt of its own, so that the same seed gives the same bytes.
  package static let passwordHash =
    "$2a$10$FrontDeskDemoDatabaseOBaz2QW3tkHxMQZZs5fHukz1hOHT5dSa"
}

extension DemoDatabase {
  package struct User: Hashable, Sendable {
    package let id: UserID
    package let role: Role
    package let name: String
    package let email: String
    package let phone: String
  }

  package struct Therapist: Hashable, Sendable {
    package let id: UserID
    package let name: String
    /// From 1, in the order of `serviceTypes`.
    package let serviceType: ServiceTypeID
    package let state: BookingDomain.Therapist.State
    /// Where this therapist works; nil for a chair in the foot lounge.
    package let bed: BedID?
    package let room: RoomID
  }

  package struct Service: Hashable, Sendable {
    package let id: ServiceID
    package let type: ServiceTypeID
    package let name: String
    /// In dong.
    package let price: Int
    package let duration: Minutes
    package let buffer: Minutes
    package let isActive: Bool
  }

  package struct Customer: Hashable, Sendable {
    package let id: CustomerID
    package let name: String
    package let email: String?
    package let phone: String
    package let notes: String?
    package let hasPassword: Bool
  }

  package struct Payment: Hashable, Sendable {
    package let id: Int64
    package let customer: CustomerID
    package let subtotal: Int
    package let method: String
    package let status: String
    package let at: Timestamp
    package let notes: String?

    /// Value added tax, on top of the list price.
    static let taxPercentage = 10
    package var tax: Int { subtotal * Self.taxPercentage / 100 }
    package var reference: String { "DEMO\(100_000 + id)" }
  }

  package struct Item: Hashable, Sendable {
    package let id: PaymentItemID
    package let payment: Int64
    package let service: ServiceID
    package let quantity: Int
    package let unitPrice: Int
    package let duration: Minutes
    /// Sessions used, or taken by a booking that is ahead.
    package internal(set) var booked: Int
  }

  package struct Booking: Hashable, Sendable {
    package let id: BookingID
    package let customer: CustomerID
    package let item: PaymentItemID
    package let service: ServiceID
    package let therapist: UserID
    package let date: LocalDate
    package let time: TimeOfDay
    package let duration: Minutes
    package let buffer: Minutes
    package let status: BookingStatus
    package let notes: String?
    package let room: RoomID
    package let bed: BedID?
    package let createdAt: Timestamp
    package let course: Course
  }

  /// What has happened to a booking so far.
  package struct Course: Hashable, Sendable {
    package var arrivedAt: Timestamp?
    package var startedAt: Timestamp?
    package var endedAt: Timestamp?
    package var cancellationReason: String?
    package var cancelledAt: Timestamp?
    /// Oldest first; only for the days around now, where somebody may still undo.
    package var changes: [BookingChange] = []
  }
}
