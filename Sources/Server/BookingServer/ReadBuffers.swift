import NIOCore

/// How much room a connection's reads are given. Its last buffer stays with each connection, so
/// that of thousands that wait for news must be small: a client's message has some 200 bytes.
struct ReadBuffers: RecvByteBufferAllocator {
  private static let usual = 512
  /// For whoever fills the usual one: a request with many headers, messages in a row.
  private static let large = 2_048

  private var size = usual

  mutating func record(actualReadBytes: Int) -> Bool {
    let isFull = actualReadBytes >= size
    size = isFull ? Self.large : Self.usual
    return isFull
  }

  func buffer(allocator: ByteBufferAllocator) -> ByteBuffer { allocator.buffer(capacity: size) }
}
