#include <X11/Xlib.h>
#include <X11/Xatom.h>
#include <X11/Xutil.h>
#include <X11/XKBlib.h>
#include <X11/extensions/XInput2.h>
#include <X11/extensions/Xfixes.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

// XDestroyImage is a macro that calls through the image, which Swift cannot import.
static inline void fazm_destroy_image(XImage *image) {
  XDestroyImage(image);
}
