#include "COpenSSL.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

void COpenSSL_harden(SSL_CTX *context) {
  SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
  // Of TLS 1.2 only what encrypts and authenticates in one (AEAD), with keys that are forgotten:
  // the rest has been broken again and again. TLS 1.3 has nothing else.
  SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL");
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                   SSL_OP_CIPHER_SERVER_PREFERENCE);
  SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
}

int COpenSSL_set_server_name(SSL *connection, const char *name) {
  return (int)SSL_set_tlsext_host_name(connection, name);
}

int COpenSSL_pending(BIO *memory) { return (int)BIO_ctrl_pending(memory); }

void COpenSSL_never_ends(BIO *memory) { BIO_set_mem_eof_return(memory, -1); }

int COpenSSL_next_reason(char *text, size_t size) {
  unsigned long error = ERR_get_error();
  if (error == 0) {
    if (size > 0) text[0] = 0;
    return 0;
  }
  const char *reason = ERR_reason_error_string(error);
  snprintf(text, size, "%s", reason ? reason : "unknown error");
  return ERR_GET_REASON(error);
}

static void append(char *text, size_t size, const char *name, size_t length) {
  size_t used = strlen(text);
  if (used > 0 && used + 2 < size) {
    memcpy(text + used, ", ", 3);
    used += 2;
  }
  for (size_t i = 0; i < length && i < 80 && used + 1 < size; i++) {
    unsigned char c = (unsigned char)name[i];
    text[used++] = c > 0x20 && c < 0x7f ? (char)c : '?';
  }
  text[used] = 0;
}

static void append_common_name(X509 *certificate, char *text, size_t size) {
  char name[81] = {0};
  int length = X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name,
                                         sizeof name);
  if (length > 0) append(text, size, name, (size_t)length);
}

void COpenSSL_names(X509 *certificate, char *text, size_t size) {
  if (size == 0) return;
  text[0] = 0;
  GENERAL_NAMES *names = X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL);
  int shown = 0;
  for (int i = 0; i < sk_GENERAL_NAME_num(names) && shown < 3; i++) {
    const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, i);
    if (name->type == GEN_DNS) {
      append(text, size, (const char *)ASN1_STRING_get0_data(name->d.dNSName),
             (size_t)ASN1_STRING_length(name->d.dNSName));
      shown++;
    } else if (name->type == GEN_IPADD) {
      char address[INET6_ADDRSTRLEN] = {0};
      int length = ASN1_STRING_length(name->d.iPAddress);
      int family = length == 4 ? AF_INET : AF_INET6;
      if (length != 4 && length != 16) continue;
      inet_ntop(family, ASN1_STRING_get0_data(name->d.iPAddress), address, sizeof address);
      append(text, size, address, strlen(address));
      shown++;
    }
  }
  GENERAL_NAMES_free(names);
  if (shown == 0) append_common_name(certificate, text, size);
}

int COpenSSL_day(const ASN1_TIME *time, char *text, size_t size) {
  struct tm day;
  if (ASN1_TIME_to_tm(time, &day) != 1) return 0;
  snprintf(text, size, "%04d-%02d-%02d", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
  return 1;
}
