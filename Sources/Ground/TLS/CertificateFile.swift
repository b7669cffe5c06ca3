import COpenSSL

/// What an operator has to know of a certificate before it is too late.
package enum CertificateFile {
  /// Days until the file's first certificate ends, one that has begun counted whole; none and
  /// negative where it has. Nil where there is none that can be read.
  package static func daysLeft(in path: String) -> Int? {
    guard let file = BIO_new_file(path, "r") else { return nil }
    defer { BIO_free(file) }
    guard let certificate = PEM_read_bio_X509(file, nil, nil, nil) else { return nil }
    defer { X509_free(certificate) }
    var (days, seconds): (Int32, Int32) = (0, 0)
    guard ASN1_TIME_diff(&days, &seconds, nil, X509_get0_notAfter(certificate)) == 1 else {
      return nil
    }
    return seconds > 0 ? Int(days) + 1 : Int(days)
  }
}
