import BookingDomain

#if canImport(Glibc)
  import Glibc
#endif

/// Where the present comes from: the system's clock, or a test's own.
package struct Clock: Sendable {
  package let now: @Sendable () -> Timestamp

  package init(_ now: @escaping @Sendable () -> Timestamp) { self.now = now }

  package static let system = Clock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(
      milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
