#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo take variable arguments, which Swift cannot pass.
typedef size_t (*fazm_curl_receiver)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode fazm_curl_set_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

// Texts and the body are copied; whatever else it points to must live as long as the handle.
static inline CURLcode fazm_curl_set_pointer(CURL *handle, CURLoption option, const void *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode fazm_curl_set_receiver(CURL *handle, CURLoption option, fazm_curl_receiver value) {
  return curl_easy_setopt(handle, option, value);
}

typedef int (*fazm_curl_gate)(void *context, char *address, char *own_address, int port, int own_port);

// Asked before a request goes out; anything but CURL_PREREQFUNC_OK stops it.
static inline CURLcode fazm_curl_set_gate(CURL *handle, fazm_curl_gate gate, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, gate);
  return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_PREREQDATA, context) : code;
}

static inline long fazm_curl_status(CURL *handle) {
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}
