/// Wakes the loop once, at the next time the picture changes by itself. Nothing runs in between.
@MainActor
struct Alarm {
  private var task: Task<Void, Never>?

  mutating func set(_ wait: Duration?, _ ring: @escaping @Sendable () -> Void) {
    stop()
    guard let wait else { return }
    task = Task {
      do {
        try await Task.sleep(for: wait)
        ring()
      } catch {
        // It was set again in the meantime: only the later one rings.
      }
    }
  }

  mutating func stop() {
    task?.cancel()
    task = nil
  }
}
