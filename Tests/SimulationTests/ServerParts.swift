@testable import BookingServer

/// The server's parts behind its endpoints. Named here, where the domain's `Service`, a treatment,
/// is not in sight.
typealias ServerParts = Service
