/// A number that names one row, told apart by what it names: a `CustomerID` is never a `UserID`,
/// although the database hands out the same numbers for both.
package struct Identifier<Tag>: Hashable, Comparable, Sendable {
  package let number: Int64

  package init(_ number: Int64) { self.number = number }

  package static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

extension Identifier: CustomStringConvertible {
  package var description: String { String(number) }
}

extension Identifier: ExpressibleByIntegerLiteral {
  package init(integerLiteral number: Int64) { self.init(number) }
}

package typealias BookingID = Identifier<Booking>
package typealias CustomerID = Identifier<Customer>
/// A row of `users`. A therapist is named by the *user* id (`bookings.therapist_user_id`).
package typealias UserID = Identifier<Person>
package typealias ServiceID = Identifier<Service>
package typealias ServiceTypeID = Identifier<ServiceType>
package typealias RoomID = Identifier<Room>
package typealias BedID = Identifier<Bed>
package typealias PaymentItemID = Identifier<PaymentItem>
package typealias BlockID = Identifier<Block>
package typealias WaitingID = Identifier<WaitingGuest>

/// What `PaymentItemID` counts: a paid-for number of sessions of one service.
package enum PaymentItem: Sendable {}
/// What `ServiceTypeID` names: the qualification a therapist has and a service asks for.
package enum ServiceType: Sendable {}
