#include <wayland-client.h>

// Swift will not lend out the address of a global of C.
static inline struct wl_seat *fazm_bind_seat(struct wl_registry *registry, uint32_t name) {
  return wl_registry_bind(registry, name, &wl_seat_interface, 1);
}
