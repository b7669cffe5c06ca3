import BookingDomain
import Foundation

/// What a new spa is begun with.
package struct SpaPlan: Hashable, Sendable {
  package struct Room: Hashable, Sendable {
    package var name: String
    package var beds: [String]
    /// Guests at a time.
    package var seats: Int

    package init(name: String, beds: [String], seats: Int) {
      (self.name, self.beds, self.seats) = (name, beds, seats)
    }
  }

  /// A kind of treatment, which therapists learn, with what is sold of it.
  package struct Kind: Hashable, Sendable {
    package var name: String
    package var services: [Service]

    package init(name: String, services: [Service]) {
      (self.name, self.services) = (name, services)
    }
  }

  package struct Service: Hashable, Sendable {
    package var name: String
    package var duration: Minutes
    package var price: WrittenPrice
    package var buffer: Minutes

    package init(name: String, duration: Minutes, price: WrittenPrice, buffer: Minutes) {
      (self.name, self.duration, self.price, self.buffer) = (name, duration, price, buffer)
    }
  }

  package struct Therapist: Hashable, Sendable {
    package var name: String
    /// The kind of treatment, by its name; nil for one who does nothing yet.
    package var does: String?
    /// Without one nobody can log in as this therapist.
    package var email: EmailAddress?
    package var phone: PhoneNumber?
    /// When they work, week after week; nil for whenever the spa is open.
    package var week: WorkingHours?

    package init(
      name: String, does: String?, email: EmailAddress? = nil, phone: PhoneNumber? = nil
    ) {
      (self.name, self.does, self.email, self.phone) = (name, does, email, phone)
    }
  }

  package struct Manager: Hashable, Sendable {
    package var name: String
    package var email: EmailAddress
    /// Nil makes a password and shows it once.
    package var passwordFile: String?

    package init(name: String, email: EmailAddress, passwordFile: String? = nil) {
      (self.name, self.email, self.passwordFile) = (name, email, passwordFile)
    }
  }

  /// What stands on receipts; the shop's table wants every one of them, be it empty.
  package struct Contact: Hashable, Sendable {
    package var address = ""
    package var city = ""
    package var country = ""
    package var phone = ""
    package var email = ""

    package init() {}
  }

  package var name = ""
  package var zone = ""
  package var currency = SpaCurrency.usual
  /// Hundredths of a per cent that come on top of the prices.
  package var tax = Money.zero
  package var contact = Contact()
  /// A day that is missing is closed.
  package var hours: [Weekday: BusinessHours] = [:]
  package var rooms: [Room] = []
  package var kinds: [Kind] = []
  package var therapists: [Therapist] = []
  package var manager: Manager?

  package init() {}

  package static func checkedZone(_ text: String) throws(Complaint) -> String {
    if ZoneNames.isKnown(text) { return text }
    let meant = ZoneNames.resembling(text)
    throw Complaint(
      "there is no time zone \"\(PlainLine.shown(String(text.prefix(40))))\"; "
        + (meant.isEmpty
          ? "write a name of the zone database such as Asia/Ho_Chi_Minh or Europe/Berlin"
          : "the zone database has \(meant.joined(separator: ", "))"))
  }

  package static func checkedName(_ text: String, longest: Int, of what: String) throws(Complaint)
    -> String
  {
    guard let name = PlainLine.cleaned(text), (1...longest).contains(TextLimit.length(name))
    else {
      throw Complaint("\(what) has 1 to \(longest) letters on one line")
    }
    return name
  }

  /// `09:00-21:00`, or nil for `closed`.
  package static func checkedHours(_ text: String) throws(Complaint) -> BusinessHours? {
    guard let hours = BusinessHours.written(text) else {
      throw Complaint(
        "hours are written like \"09:00-21:00\", or \"closed\"; \"18:00-02:00\" ends on the next "
          + "day, and a whole day is \"00:00-24:00\"")
    }
    return hours
  }

  /// `mon-fri 9-17, sat off`.
  package static func checkedWeek(_ text: String) throws(Complaint) -> WorkingHours {
    guard let week = WorkingHours(written: text) else {
      throw Complaint(
        "when somebody works is written like \"mon-fri 9-17, sat 10:00-14:00 15-18, sun off\"")
    }
    return week
  }

  package static func checkedDuration(_ minutes: Int) throws(Complaint) -> Minutes {
    guard BookingDomain.Service.durations.contains(minutes) else {
      throw Complaint("a treatment lasts 5 to 480 minutes")
    }
    return Minutes(minutes)
  }

  package static func checkedBuffer(_ minutes: Int) throws(Complaint) -> Minutes {
    guard BookingDomain.Service.buffers.contains(minutes) else {
      throw Complaint("after a treatment 0 to 240 minutes are kept free")
    }
    return Minutes(minutes)
  }

  package func checkedPrice(_ text: String) throws(Complaint) -> WrittenPrice {
    let price = try WrittenPrice(text)
    try currency.check(price)
    return price
  }
}
