/// What is still to happen, by time; of the same time, in the order it was put down. A binary heap.
struct TimeHeap {
  typealias Work = () async -> Void

  private struct Entry {
    let time: Int64
    let order: Int
    let work: Work

    static func < (a: Entry, b: Entry) -> Bool { (a.time, a.order) < (b.time, b.order) }
  }

  private var heap: [Entry] = []
  private var order = 0

  var nextTime: Int64? { heap.first?.time }

  mutating func add(at time: Int64, _ work: @escaping Work) {
    order += 1
    heap.append(Entry(time: time, order: order, work: work))
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child] < heap[parent] else { break }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  mutating func popFirst() -> (time: Int64, work: Work)? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      sink()
    }
    return (first.time, first.work)
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if heap[child] < heap[least] { least = child }
      }
      guard least != parent else { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
