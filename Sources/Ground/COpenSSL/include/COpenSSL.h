#ifndef COPENSSL_H
#define COPENSSL_H

// The system's OpenSSL 3, and as functions what it has as macros, which Swift cannot import.

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

/// TLS 1.2 at least and only its AEAD ciphers, no renegotiation, no compression, buffers given back while idle.
void COpenSSL_harden(SSL_CTX *context);

/// Asks for the server by name (SNI).
int COpenSSL_set_server_name(SSL *connection, const char *name);

/// Bytes waiting in a memory BIO.
int COpenSSL_pending(BIO *memory);

/// Makes an empty memory BIO mean "more may come", not "end of file".
void COpenSSL_never_ends(BIO *memory);

/// The reason code of the oldest error in the queue of this thread, or 0, and its text.
int COpenSSL_next_reason(char *text, size_t size);

/// The names a certificate is for, separated by ", ", at most three of them, printable ASCII
/// only: they come from a stranger.
void COpenSSL_names(X509 *certificate, char *text, size_t size);

/// The day a certificate begins or stops being valid, YYYY-MM-DD; false where it is unreadable.
int COpenSSL_day(const ASN1_TIME *time, char *text, size_t size);

#endif
